import {Readable} from 'node:stream';
import type {Desk} from '../../desk/desk.ts';
import {ok} from '../../domain/result.ts';
import {parse} from '../parse.ts';
import {reload} from './do-read.ts';
import type {Session} from './session.ts';

/** Commands that would take the terminal or end the service under this talk. */
const left: ReadonlySet<string> = new Set(['screen', 'demo', 'setup', 'serve', 'stop', 'restore']);

/** Commands whose text comes from standard input. */
const written: ReadonlySet<string> = new Set(['reply', 'comment', 'note', 'new']);

/** Words of a line; quotes keep blanks together. */
const wordsOf = (line: string): readonly string[] =>
	[...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/gu)].map(
		([, double, single, bare]) => double ?? single ?? bare ?? '',
	);

/** Any command of raute over this talk's own connection; a `.` stands for the open ticket. */
export const runCommand = async (session: Session, line: string): Promise<void> => {
	const {call, desk, say, tell, prompt, state} = session;
	const open = state().ticket?.number;
	const [name = '', ...rest] = wordsOf(line).map(word =>
		word === '.' && open !== undefined ? open : word,
	);
	const command = left.has(name) ? null : await call.command(name);
	if (command === null) return tell(say('cli.unknown-command', {command: name}));
	const parsed = parse(rest, command.flags);
	if (parsed.missing !== null) return tell(say('cli.value-missing', {option: parsed.missing}));
	if (parsed.unknown !== null)
		return tell(say('cli.unknown-option', {option: parsed.unknown, command: name}));
	if (parsed.fault !== null) return tell(parsed.fault);
	if (written.has(name)) tell(say('plain.text'));
	const typed = written.has(name) ? await prompt.askText() : null;
	// What is cut off by a line that breaks must not go to a customer.
	if (typed !== null && typed.end !== 'dot') return tell(say('plain.nothingWritten'));
	const shared: Desk = {...desk, close: async () => undefined};
	const stdin = Readable.from([typed?.text ?? '']) as unknown as NodeJS.ReadStream;
	const {args, flags} = parsed;
	await command.run({...call, args, flags, stdin, tell, desk: async () => ok(shared)});
	if (open !== undefined) await reload(session, open);
};
