/**
 * Every expected failure by name. The language files hold its text: what happened, what still
 * works, what to do. The exit code of each stands in `cli/exit-code.ts`.
 */
export const problemNames = [
	'account-unknown',
	'action-unavailable',
	'agent-unknown',
	'attachment-missing',
	'changed-meanwhile',
	'connection-lost',
	'data-newer',
	'data-unwritable',
	'disk-full',
	'document-unreadable',
	'draft-missing',
	'import-running',
	'import-stopped',
	'input-invalid',
	'label-in-use',
	'label-taken',
	'mail-automatic',
	'mail-too-large',
	'mail-unreadable',
	'mail-waiting',
	'message-missing',
	'network-file-system',
	'not-an-agent',
	'not-permitted',
	'number-taken',
	'password-missing',
	'queue-unknown',
	'recipient-missing',
	'rule-invalid',
	'send-stale',
	'server-refused',
	'server-unreachable',
	'service-busy',
	'service-missing',
	'service-start-failed',
	'service-version',
	'sign-in-expired',
	'sign-in-refused',
	'smtp-permanent',
	'smtp-temporary',
	'smtp-uncertain',
	'ticket-merged',
	'ticket-missing',
	'too-late',
	'variables-unfilled',
	'write-uncertain',
] as const;

export type ProblemName = (typeof problemNames)[number];

export const isProblemName = (name: string): name is ProblemName =>
	problemNames.some(known => known === name);

export type Problem = {
	readonly name: ProblemName;
	readonly details: Readonly<Record<string, string | number>>;
};
