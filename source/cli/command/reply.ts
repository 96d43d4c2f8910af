import {randomUUID} from 'node:crypto';
import {basename} from 'node:path';
import type {Desk, SendOutcome} from '../../desk/desk.ts';
import {statusOf} from '../../domain/filter/status-word.ts';
import type {Attachment} from '../../domain/message.ts';
import {isSenderFixed} from '../../domain/reply/sender.ts';
import {ok, type Result} from '../../domain/result.ts';
import type {Status} from '../../domain/status.ts';
import {namedTemplate} from '../../domain/template/template-choice.ts';
import {clockSeconds} from '../../language/when.ts';
import {addressLine} from '../../ui/compose/address-line.ts';
import {answer, misused, refuse, withDesk} from '../answer.ts';
import {type Call, type Command, isSet, textFlag} from '../command.ts';
import {exitCode} from '../exit-code.ts';
import {numberOf} from '../input/numbers.ts';
import {readFileBounded} from '../input/read-bounded.ts';
import {tellUnreadable} from '../input/read-error.ts';
import {readText} from '../input/read-stdin.ts';
import {draftOf, recipientsOf} from '../input/reply-draft.ts';

type File = {readonly name: string; readonly bytes: Uint8Array};

/** The files of `--attach`; the exit code when one cannot be read, which was said then. */
const filesOf = async (call: Call): Promise<readonly File[] | number> => {
	const paths = call.flags['attach'];
	const files: File[] = [];
	for (const path of Array.isArray(paths) ? paths.map(String) : []) {
		try {
			const bytes = await readFileBounded(path);
			if (bytes === null) return refuse(call, {name: 'mail-too-large', details: {}});
			files.push({name: basename(path), bytes});
		} catch (error) {
			tellUnreadable(call, path, error);
			return exitCode.failed;
		}
	}
	return files;
};

const uploadAll = async (
	desk: Desk,
	files: readonly File[],
): Promise<Result<readonly Attachment[]>> => {
	const kept: Attachment[] = [];
	for (const {name, bytes} of files) {
		const one = await desk.upload(name, bytes);
		if (!one.ok) return one;
		kept.push(one.value);
	}
	return ok(kept);
};

type Wish = {
	readonly number: string;
	readonly text: string;
	readonly status: Status | null;
	readonly recipients: Exclude<ReturnType<typeof recipientsOf>, string>;
	readonly files: readonly File[];
};

const sendAnswer = async (call: Call, desk: Desk, wish: Wish): Promise<number> => {
	const {number, text, status, recipients, files} = wish;
	const [me, ticket] = await Promise.all([desk.me(), desk.ticket(number)]);
	if (!me.ok) return refuse(call, me.problem);
	if (!ticket.ok) return refuse(call, ticket.problem);
	const name = textFlag(call, 'template');
	const template = name === null ? null : namedTemplate(me.value.desk.templates, name);
	if (name !== null && template === null) {
		call.tell(`raute: ${call.say('cli.template.not-found', {value: name})}`);
		return exitCode.failed;
	}
	const attachments = await uploadAll(desk, files);
	if (!attachments.ok) return refuse(call, attachments.problem);
	const draft = draftOf(
		call,
		{me: me.value, ticket: ticket.value, text, template},
		{recipients, attachments: attachments.value},
	);
	if (draft === null) {
		const account = textFlag(call, 'from') ?? '';
		return refuse(call, {name: 'account-unknown', details: {account}});
	}
	const isOther = draft.account !== ticket.value.account && draft.kind !== 'forward';
	if (textFlag(call, 'from') !== null && isOther && isSenderFixed(ticket.value, me.value.accounts))
		return misused(call, call.say('reason.senderFixed'));
	const sent = await desk.send({id: randomUUID(), number, draft, status, force: false});
	return answer(call, sent, outcome => show(call, outcome, addressLine(draft.to)));
};

const show = (call: Call, outcome: SendOutcome, to: string): void => {
	const {message, messageId, notBefore} = outcome;
	call.print(isSet(call, 'json') ? JSON.stringify({message, messageId, notBefore}) : message);
	call.tell(call.say('cli.reply.queued', {to, time: clockSeconds(notBefore, call.language)}));
};

/** Standard input; with a template a terminal is not waited for. */
const wordsFrom = async (call: Call): Promise<string> =>
	textFlag(call, 'template') !== null && call.stdin.isTTY ? '' : readText(call);

const flags = {
	to: {type: 'string', isMultiple: true},
	cc: {type: 'string', isMultiple: true},
	bcc: {type: 'string', isMultiple: true},
	attach: {type: 'string', isMultiple: true},
	from: {type: 'string'},
	subject: {type: 'string'},
	status: {type: 'string'},
	template: {type: 'string'},
	original: {type: 'boolean', default: true},
	originalEml: {type: 'boolean'},
	all: {type: 'boolean'},
	forward: {type: 'boolean'},
	json: {type: 'boolean'},
} as const;

/** Queues standard input, a template, or both as the answer to the last mail of a person on the ticket. */
export const reply: Command = {
	usage: 'NUMBER < TEXT',
	summary: 'cli.reply',
	flags,
	run: async call => {
		const [wanted, ...more] = call.args;
		if (wanted === undefined || more.length > 0)
			return misused(call, call.say('cli.one-number-wanted'));
		const recipients = recipientsOf(call);
		if (typeof recipients === 'string')
			return misused(call, call.say('finding.wrong-address', {addresses: recipients}));
		const word = textFlag(call, 'status');
		const status = word === null ? null : statusOf(word);
		if (word !== null && status === null)
			return misused(call, call.say('cli.status-unknown', {value: word}));
		const number = numberOf(wanted);
		if (number === null) return refuse(call, {name: 'ticket-missing', details: {number: wanted}});
		const files = await filesOf(call);
		if (typeof files === 'number') return files;
		const text = await wordsFrom(call);
		if (text === '' && textFlag(call, 'template') === null) {
			call.tell(`raute: ${call.say('cli.text.empty')}`);
			return exitCode.badData;
		}
		const wish = {number, text, status, recipients, files};
		return withDesk(call, desk => sendAnswer(call, desk, wish));
	},
};
