import type {Desk, Me, ReceiveOutcome} from '../../desk/desk.ts';
import type {Problem} from '../../domain/problem.ts';
import {fail, type Result} from '../../domain/result.ts';
import {sayProblemLine} from '../../language/problem.ts';
import type {RawMail} from '../../mail/box/maildir.ts';
import {misused, refuse, withDesk} from '../answer.ts';
import {type Call, type Command, isSet, textFlag} from '../command.ts';
import {exitCode, exitCodeOf} from '../exit-code.ts';
import {type Found, fromFiles, rawMails} from '../input/raw-mails.ts';
import {tellUnreadable} from '../input/read-error.ts';
import {receivedLine} from '../output/received-line.ts';

/** Mails under way at once: the service reads them side by side. */
const inFlight = 8;

const receiveOne = async (
	call: Call,
	desk: Desk,
	{raw, receivedAt}: RawMail,
): Promise<Result<ReceiveOutcome>> => {
	if (raw === null) return fail('mail-too-large');
	const [account, queue] = [textFlag(call, 'account'), textFlag(call, 'queue')];
	return desk.receive({raw, account, queue, ...(receivedAt === undefined ? {} : {receivedAt})});
};

type Pending = {readonly found: Found; readonly outcome: Promise<Result<ReceiveOutcome> | null>};

/** Begins a mail; a place that could not be read has no outcome, nor has an empty mail. */
const begin = (call: Call, desk: Desk, found: Found): Pending => ({
	found,
	outcome:
		found.kind === 'mail' && found.mail.raw?.length !== 0
			? receiveOne(call, desk, found.mail)
			: Promise.resolve(null),
});

/** Prints what became of a mail and answers the exit code that it asks for. */
const report = async (call: Call, {found, outcome}: Pending): Promise<number> => {
	const result = await outcome;
	if (found.kind === 'unreadable') {
		tellUnreadable(call, found.path, found.error);
		return exitCode.failed;
	}
	if (result === null) {
		call.tell(`raute: ${call.say('cli.mail-empty', {name: found.mail.name})}`);
		return exitCode.badData;
	}
	if (!result.ok) {
		call.tell(`raute: ${found.mail.name}: ${sayProblemLine(call.say, result.problem)}`);
		return exitCodeOf(result.problem);
	}
	const {value} = result;
	const {number, messageId, reason} = value;
	const json = () => JSON.stringify({result: value.result, number, messageId, reason});
	call.print(isSet(call, 'json') ? json() : receivedLine(value));
	const isFlawed = value.result === 'quarantined' && fromFiles(call);
	return isFlawed ? exitCode.badData : exitCode.done;
};

/** Several under way, printed in the order in which they were read; the codes that are not 0. */
const receiveAll = async (call: Call, desk: Desk): Promise<ReadonlySet<number>> => {
	const codes = new Set<number>();
	const pending: Pending[] = [];
	const settle = async () => {
		const first = pending.shift();
		if (first) codes.add(await report(call, first));
	};
	for await (const found of rawMails(call)) {
		pending.push(begin(call, desk, found));
		if (pending.length >= inFlight) await settle();
	}
	while (pending.length > 0) await settle();
	codes.delete(exitCode.done);
	return codes;
};

const unknownPlace = (call: Call, {accounts, desk}: Me): Problem | null => {
	const [account, queue] = [textFlag(call, 'account'), textFlag(call, 'queue')];
	if (account !== null && !accounts.some(({id}) => id === account))
		return {name: 'account-unknown', details: {account}};
	return queue !== null && !desk.queues.some(({label}) => label === queue)
		? {name: 'queue-unknown', details: {queue}}
		: null;
};

/**
 * A mail on standard input usually comes from a mail server. What may pass is answered with 75, so
 * that it keeps the mail; a mail in quarantine is in good hands, so it must not go back.
 */
const codeForMta = (code: number): number =>
	code === exitCode.failed || code === exitCode.usage ? exitCode.tryAgain : code;

const run = async (call: Call, desk: Desk): Promise<number> => {
	const me = await desk.me();
	const problem = me.ok ? unknownPlace(call, me.value) : me.problem;
	if (problem !== null) {
		const code = refuse(call, problem);
		return fromFiles(call) ? code : codeForMta(code);
	}
	const codes = await receiveAll(call, desk);
	const [only = exitCode.done] = codes;
	if (fromFiles(call)) return codes.size > 1 ? exitCode.failed : only;
	return codeForMta(only);
};

/** Takes mails in through the same pipeline as the import, wherever they come from. */
export const receive: Command = {
	usage: '[FILE.eml …]',
	summary: 'cli.receive',
	flags: {
		account: {type: 'string'},
		queue: {type: 'string'},
		maildir: {type: 'string'},
		mbox: {type: 'string'},
		json: {type: 'boolean'},
	},
	run: async call => {
		if (textFlag(call, 'account') !== null && textFlag(call, 'queue') !== null)
			return misused(call, call.say('cli.account-or-queue'));
		if (!fromFiles(call) && call.stdin.isTTY) return misused(call, call.say('cli.mail-missing'));
		const desk = await call.desk();
		if (desk.ok) return withDesk({...call, desk: async () => desk}, over => run(call, over));
		// Whatever keeps the desk away, the mail is not at fault: it waits with the server that has it.
		const code = refuse(call, desk.problem);
		return fromFiles(call) ? code : exitCode.tryAgain;
	},
};
