import {conversationOf} from '../../domain/conversation.ts';
import type {Draft} from '../../domain/message.ts';
import {checkReply} from '../../domain/reply/check-reply.ts';
import {ownAddresses} from '../../domain/reply/sender.ts';
import type {Status} from '../../domain/status.ts';
import {clockSeconds} from '../../language/when.ts';
import {addressLine} from '../../ui/compose/address-line.ts';
import {findingText} from '../../ui/screen/compose/finding.ts';
import {openEditor} from '../ui-port/editor.ts';
import {choose, remember} from './do-change.ts';
import {readAgain, reload} from './do-read.ts';
import type {Session} from './session.ts';

const stepOn = async (session: Session, action: string, input: unknown): Promise<boolean> => {
	const number = session.state().ticket?.number ?? '';
	const answer = await session.desk.perform([{id: crypto.randomUUID(), number, action, input}]);
	const outcome = answer.ok ? answer.value[0] : undefined;
	if (!answer.ok) session.refuse(answer.problem);
	else if (outcome?.ok === false) session.refuse(outcome.problem);
	return outcome?.ok === true;
};

/** Puts the text into the ticket, so that it outlives a line that breaks. */
export const keepDraft = (session: Session, draft: Draft): Promise<boolean> =>
	stepOn(session, 'draft', {draft});

const showDraft = (session: Session, draft: Draft): void => {
	const {say, tell, state} = session;
	const {me, ticket} = state();
	if (ticket === null) return;
	const line = (label: string, text: string) => {
		if (text !== '') tell(`${label}: ${text}`);
	};
	line(say('field.to'), addressLine(draft.to));
	line(say('field.cc'), addressLine(draft.cc));
	line(say('field.bcc'), addressLine(draft.bcc));
	line(say('field.from'), draft.from);
	line(say('field.subject'), draft.subject);
	line(say('field.attachments'), draft.attachments.map(({name}) => name).join(', '));
	for (const finding of checkReply(draft, {ticket, own: ownAddresses(me.accounts)}))
		tell(say('plain.warning', {text: findingText(finding, say)}));
};

const edited = async (session: Session, draft: Draft): Promise<Draft> => {
	const {prompt} = session;
	const dispatch = {pause: () => prompt.pause(), resume: () => prompt.resume()};
	const text = await openEditor(draft.text, `${session.state().ticket?.number ?? ''}.txt`, {
		dispatch,
		handOver: turn => turn(),
	});
	if (text === null) {
		session.tell(session.say('plain.editorFailed'));
		return draft;
	}
	const next = {...draft, text};
	await keepDraft(session, next);
	return next;
};

/** True when it is over: the mail lies in the outbox. A newer ticket is read out first. */
const sent = async (
	session: Session,
	draft: Draft,
	{status, force}: {readonly status: Status | null; readonly force: boolean},
): Promise<'sent' | 'newer' | 'refused'> => {
	const {desk, say, state} = session;
	const number = state().ticket?.number ?? '';
	const answer = await desk.send({id: crypto.randomUUID(), number, draft, status, force});
	if (answer.ok) {
		const time = clockSeconds(answer.value.notBefore, say.language);
		remember(session, {what: say('plain.sent', {time}), steps: [{...answer.value.undo, number}]});
		await reload(session, number);
		return 'sent';
	}
	session.refuse(answer.problem);
	if (answer.problem.name !== 'send-stale') return 'refused';
	const ticket = await reload(session, number);
	if (ticket !== null) session.put({entry: conversationOf(ticket).length - 1});
	await readAgain(session, false);
	return 'newer';
};

type Mail = {readonly draft: Draft; readonly force: boolean};

/** What a choice makes of the mail; null when it is over. */
type Turn = (session: Session, mail: Mail) => Promise<Mail | null>;

const sendAs =
	(status: Status | null): Turn =>
	async (session, mail) => {
		const end = await sent(session, mail.draft, {status, force: mail.force});
		return end === 'sent' ? null : {...mail, force: mail.force || end === 'newer'};
	};

const hear: Turn = async (session, mail) => {
	session.tell(mail.draft.text);
	return mail;
};

const edit: Turn = async (session, mail) => {
	const draft = await edited(session, mail.draft);
	showDraft(session, draft);
	return {...mail, draft};
};

const later: Turn = async session => {
	session.tell(session.say('done.draftKept'));
	return null;
};

const discard: Turn = async (session, {draft}) => {
	if (await stepOn(session, 'discardDraft', {id: draft.id}))
		session.tell(session.say('done.discarded', {n: 1}));
	return null;
};

const turns = ({say}: Session) => [
	{letter: 'y', label: say('verb.send'), value: sendAs(null)},
	{letter: 'Y', label: say('verb.sendAndClose'), value: sendAs('completed')},
	{letter: 'o', label: say('plain.hear'), value: hear},
	{letter: 'e', label: say('verb.editor'), value: edit},
	{letter: 'q', label: say('verb.keepDraft'), value: later},
	{letter: 'v', label: say('plain.discard'), value: discard},
];

/** The last look before a mail goes. Where the input ends the draft is kept. */
export const review = async (session: Session, draft: Draft): Promise<void> => {
	showDraft(session, draft);
	let mail: Mail | null = {draft, force: false};
	let isKnown = false;
	while (mail !== null) {
		const chosen = await choose(session, turns(session), {question: 'plain.whatNow', isKnown});
		isKnown = true;
		if (chosen !== null) mail = await chosen.value(session, mail);
		else if (session.prompt.isOver()) mail = await later(session, mail);
	}
};
