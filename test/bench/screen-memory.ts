import {readFileSync} from 'node:fs';

/** Resident memory of a process in megabytes of 2^20 bytes; Linux alone. */
export const residentMb = (pid: number): number => {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	return Math.round(Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024);
};
