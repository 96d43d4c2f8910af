import type {Problem, ProblemName} from '../domain/problem.ts';

/** Exit codes of cli.md, after sysexits.h. */
export const exitCode = {
	done: 0,
	failed: 1,
	usage: 2,
	badData: 65,
	unavailable: 69,
	tryAgain: 75,
	notPermitted: 77,
} as const;

const codes: Partial<Record<ProblemName, number>> = {
	'data-newer': exitCode.badData,
	'document-unreadable': exitCode.badData,
	'input-invalid': exitCode.usage,
	'mail-unreadable': exitCode.badData,
	'rule-invalid': exitCode.usage,
	'server-unreachable': exitCode.unavailable,
	'sign-in-expired': exitCode.unavailable,
	'sign-in-refused': exitCode.unavailable,
	'server-refused': exitCode.unavailable,
	'connection-lost': exitCode.tryAgain,
	'disk-full': exitCode.tryAgain,
	'import-running': exitCode.tryAgain,
	'service-busy': exitCode.tryAgain,
	'service-missing': exitCode.tryAgain,
	'service-start-failed': exitCode.tryAgain,
	'write-uncertain': exitCode.tryAgain,
	'not-an-agent': exitCode.notPermitted,
	'not-permitted': exitCode.notPermitted,
};

/** The exit code with which a problem ends the program; 1 for one that has none of its own. */
export const exitCodeOf = (problem: Problem): number => codes[problem.name] ?? exitCode.failed;
