import {randomUUID} from 'node:crypto';
import type {Desk, Me} from '../../desk/desk.ts';
import {type Channel, handChannels} from '../../domain/channel.ts';
import type {Draft} from '../../domain/message.ts';
import {requesterOf} from '../../domain/new-ticket.ts';
import {clockSeconds} from '../../language/when.ts';
import {addressLine} from '../../ui/compose/address-line.ts';
import {firstDraft} from '../../ui/compose/first-draft.ts';
import {misused, refuse, withDesk} from '../answer.ts';
import {type Call, type Command, isSet, textFlag} from '../command.ts';
import {exitCode} from '../exit-code.ts';
import {assigneeOf, clearable, wrongChoice} from '../input/choice.ts';
import {readText} from '../input/read-stdin.ts';
import {recipientsOf, senderOf} from '../input/reply-draft.ts';

type Wish = {
	readonly channel: Channel;
	readonly subject: string;
	readonly text: string;
	readonly recipients: Exclude<ReturnType<typeof recipientsOf>, string>;
};

/** Where the ticket stands and whose it is. */
const fieldsOf = (call: Call, me: Me) => ({
	queue: clearable(call, 'queue') ?? null,
	project: clearable(call, 'project') ?? null,
	assignee: assigneeOf(call, me.agent.login) ?? null,
});

/** The first mail of a ticket; null when `--from` names no account. */
const mailOf = (call: Call, me: Me, {subject, text, recipients}: Wish): Draft | null => {
	const sender = senderOf(call, me);
	if (sender === null) return null;
	const draft = firstDraft('mail', {me, id: randomUUID(), now: Date.now()});
	return {...draft, ...sender, ...recipients, subject, text: `${text}${draft.text}`};
};

const show = (call: Call, number: string, message: string | null): number => {
	call.print(isSet(call, 'json') ? JSON.stringify({number, message}) : number);
	return exitCode.done;
};

/** Makes the ticket with its mail as a draft first: whatever happens then, the text is in it. */
const sendNew = async (call: Call, desk: Desk, me: Me, wish: Wish): Promise<number> => {
	const draft = mailOf(call, me, wish);
	if (draft === null) {
		const account = textFlag(call, 'from') ?? '';
		return refuse(call, {name: 'account-unknown', details: {account}});
	}
	const {subject} = wish;
	const requester = draft.to[0] ?? {name: '', address: ''};
	const fields = {channel: 'mail', requester, subject, text: '', ...fieldsOf(call, me)} as const;
	const made = await desk.createTicket({id: randomUUID(), ...fields, draft});
	if (!made.ok) return refuse(call, made.problem);
	const {number} = made.value;
	const sent = await desk.send({id: randomUUID(), number, draft, status: null, force: false});
	if (!sent.ok) {
		call.print(number);
		return refuse(call, sent.problem);
	}
	const time = clockSeconds(sent.value.notBefore, call.language);
	call.tell(call.say('cli.reply.queued', {to: addressLine(draft.to), time}));
	return show(call, number, sent.value.message);
};

const noteNew = async (call: Call, desk: Desk, me: Me, wish: Wish): Promise<number> => {
	const {channel, subject, text} = wish;
	const requester = requesterOf(textFlag(call, 'requester') ?? '');
	const fields = {channel, requester, subject, text, ...fieldsOf(call, me)};
	const made = await desk.createTicket({id: randomUUID(), ...fields, draft: null});
	return made.ok ? show(call, made.value.number, null) : refuse(call, made.problem);
};

/** What is wrong with the flags, null when nothing is. */
const faultOf = (call: Call, channel: Channel, recipients: Wish['recipients'] | string) => {
	if (typeof recipients === 'string')
		return call.say('finding.wrong-address', {addresses: recipients});
	if ((textFlag(call, 'subject') ?? '') === '') return call.say('cli.new.subject-missing');
	if (channel === 'mail' && (recipients.to ?? []).length === 0)
		return call.say('cli.new.to-missing');
	return null;
};

/** Makes a ticket: a mail of ours to `--to`, or what somebody said by phone, fax, letter or in person. */
export const newTicket: Command = {
	usage: '--to A --subject S < TEXT',
	summary: 'cli.new',
	flags: {
		to: {type: 'string', isMultiple: true},
		cc: {type: 'string', isMultiple: true},
		bcc: {type: 'string', isMultiple: true},
		from: {type: 'string'},
		subject: {type: 'string'},
		channel: {type: 'string'},
		requester: {type: 'string'},
		queue: {type: 'string'},
		project: {type: 'string'},
		assign: {type: 'string'},
		json: {type: 'boolean'},
	},
	run: async call => {
		const wrong = wrongChoice(call, {channel: ['mail', ...handChannels]});
		if (wrong !== null || call.args.length > 0)
			return misused(call, wrong ?? call.say('cli.new.no-arguments'));
		const channel = (textFlag(call, 'channel') ?? 'mail') as Channel;
		const recipients = recipientsOf(call);
		const fault = faultOf(call, channel, recipients);
		if (fault !== null || typeof recipients === 'string') return misused(call, fault ?? '');
		const text = await readText(call);
		if (text === '') {
			call.tell(`raute: ${call.say('cli.text.empty')}`);
			return exitCode.badData;
		}
		const wish = {channel, subject: textFlag(call, 'subject') ?? '', text, recipients};
		return withDesk(call, async desk => {
			const me = await desk.me();
			if (!me.ok) return refuse(call, me.problem);
			return (channel === 'mail' ? sendNew : noteNew)(call, desk, me.value, wish);
		});
	},
};
