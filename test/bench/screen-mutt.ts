import {existsSync, mkdirSync, openSync, writeFileSync, writeSync} from 'node:fs';
import {join} from 'node:path';
import {startTerminal} from '../program/terminal.ts';
import {type KeyFigures, pressAtRest, untilRest} from './screen-keys.ts';
import {residentMb} from './screen-memory.ts';

export type MuttFigures = {
	readonly firstListMs: number;
	readonly move: KeyFigures;
	readonly scroll: KeyFigures;
	readonly memoryMb: number;
};

const binary = '/usr/bin/mutt';

export const muttIsThere = (): boolean => existsSync(binary);

const mailOf = (index: number): string => {
	const date = new Date(Date.UTC(2020, 0, 1) + index * 300_000);
	const day = date.toUTCString().replace('GMT', '+0000');
	return [
		`From kunde${index % 5000}@kunde.example ${date.toUTCString().slice(0, 3)} Jan  1 00:00:00 2020`,
		`From: Anna Stadler <kunde${index % 5000}@kunde.example>`,
		'To: support@firma.example',
		`Subject: Rechnung ${index} stimmt nicht`,
		`Date: ${day}`,
		`Message-ID: <${index}@kunde.example>`,
		'',
		'Die Waage zeigt nichts mehr an. Bitte um einen Termin in dieser Woche.\n'.repeat(8),
		'',
	].join('\n');
};

const writeMbox = (path: string, count: number): void => {
	const file = openSync(path, 'w');
	for (let from = 0; from < count; from += 1000) {
		const chunk = Array.from({length: Math.min(1000, count - from)}, (_, at) => mailOf(from + at));
		writeSync(file, chunk.join('\n'));
	}
};

const settings = [
	'set sort=date',
	'set menu_scroll=yes',
	'set sleep_time=0',
	'set mail_check=3600',
	'set read_inc=0',
	'set record=""',
	'set quit=yes',
	'set folder="/tmp"',
].join('\n');

/** Measures mutt over a mailbox of so many mails, at the size that raute is measured at. */
export const muttFigures = async (
	folder: string,
	{tickets, keys}: {readonly tickets: number; readonly keys: number},
): Promise<MuttFigures> => {
	mkdirSync(folder, {recursive: true});
	const mbox = join(folder, 'mbox');
	const rc = join(folder, 'muttrc');
	writeMbox(mbox, tickets);
	writeFileSync(rc, settings);
	const started = performance.now();
	const terminal = startTerminal({
		file: binary,
		args: ['-n', '-R', '-F', rc, '-f', mbox],
		columns: 120,
		rows: 40,
		env: {PATH: process.env['PATH'], HOME: folder, TERM: 'xterm-256color', LANG: 'C.UTF-8'},
	});
	try {
		await terminal.waitFor(/Anna Stadler/);
		const firstListMs = Math.round(performance.now() - started);
		await untilRest(terminal, performance.now());
		terminal.type('=');
		await untilRest(terminal, performance.now());
		const move = await pressAtRest(terminal, 'j', Math.min(keys, 30));
		for (let row = 0; row < 40; row++) terminal.type('j');
		await untilRest(terminal, performance.now());
		const scroll = await pressAtRest(terminal, 'j', keys);
		return {firstListMs, move, scroll, memoryMb: residentMb(terminal.pid)};
	} finally {
		await terminal.close();
	}
};
