import {type RawMail, readMaildir} from '../../mail/box/maildir.ts';
import {readMbox} from '../../mail/box/mbox.ts';
import {type Call, textFlag} from '../command.ts';
import {mostBytes, readFileBounded} from './read-bounded.ts';
import {readStdin} from './read-stdin.ts';

/** A mail to hand in, or a place that could not be read. */
export type Found =
	| {readonly kind: 'mail'; readonly mail: RawMail}
	| {readonly kind: 'unreadable'; readonly path: string; readonly error: unknown};

async function* guarded(path: string, mails: AsyncIterable<RawMail>): AsyncGenerator<Found> {
	try {
		for await (const mail of mails) yield {kind: 'mail', mail};
	} catch (error) {
		yield {kind: 'unreadable', path, error};
	}
}

async function* oneFile(path: string): AsyncGenerator<RawMail> {
	yield {name: path, raw: await readFileBounded(path)};
}

/** Whether the mails come from files rather than from standard input. */
export const fromFiles = (call: Call): boolean =>
	textFlag(call, 'maildir') !== null || textFlag(call, 'mbox') !== null || call.args.length > 0;

/** The mails that the command line names, one after the other; standard input is one mail. */
export async function* rawMails(call: Call): AsyncGenerator<Found> {
	const maildir = textFlag(call, 'maildir');
	const mbox = textFlag(call, 'mbox');
	if (!fromFiles(call)) {
		yield {kind: 'mail', mail: {name: '-', raw: await readStdin(call)}};
		return;
	}
	if (maildir !== null) yield* guarded(maildir, readMaildir(maildir, mostBytes));
	if (mbox !== null) yield* guarded(mbox, readMbox(mbox, mostBytes));
	for (const path of call.args) yield* guarded(path, oneFile(path));
}
