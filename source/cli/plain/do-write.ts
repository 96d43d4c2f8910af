import type {Draft} from '../../domain/message.ts';
import type {Ticket} from '../../domain/ticket.ts';
import {shortTime} from '../../language/when.ts';
import {parseAddressLine} from '../../ui/compose/address-line.ts';
import {draftOf} from '../input/reply-draft.ts';
import {change} from './do-change.ts';
import {reload} from './do-read.ts';
import {keepDraft, review} from './do-review.ts';
import type {Session} from './session.ts';

/** Tells the colleagues that something is written here, for as long as it is. */
const writing = async (session: Session, number: string, work: () => Promise<void>) => {
	void session.desk.present(number, true);
	await work();
	void session.desk.present(session.state().ticket?.number ?? null, false);
};

/** An internal comment: a text, and it is there; `u` takes it back. */
export const comment = async (session: Session): Promise<void> => {
	const {say, tell, prompt, state} = session;
	const {ticket} = state();
	if (ticket === null) return;
	await writing(session, ticket.number, async () => {
		tell(say('plain.text'));
		const text = await prompt.askText();
		if (text === null || text === '') return tell(say('plain.nothingWritten'));
		await change(session, {action: 'comment', input: {text}}, say('done.comment', {n: 1}));
	});
};

type Kind = 'reply' | 'reply-all' | 'forward';

const beginning = async (session: Session, kind: Kind, ticket: Ticket): Promise<Draft | null> => {
	const {call, say, tell, prompt, state} = session;
	const flags = {all: kind === 'reply-all', forward: kind === 'forward'};
	const typed = kind === 'forward' ? await prompt.ask(say('plain.to')) : '';
	if (typed === null || (kind === 'forward' && typed === '')) {
		tell(say('plain.nothingWritten'));
		return null;
	}
	const extra = {
		recipients: kind === 'forward' ? {to: parseAddressLine(typed)} : {},
		attachments: [],
	};
	const made = (text: string) =>
		draftOf({...call, flags}, {me: state().me, ticket, text, template: null}, extra);
	const to = made('')?.to ?? [];
	tell(say('plain.answering', {to: to.map(({name, address}) => name || address).join(', ')}));
	tell(say('plain.text'));
	const text = await prompt.askText();
	if (text === null || text === '') {
		tell(say('plain.nothingWritten'));
		return null;
	}
	return made(text);
};

/** A draft that lies in the ticket, when it is to be gone on with. */
const begun = async (session: Session, ticket: Ticket): Promise<Draft | null> => {
	const {say, prompt, state} = session;
	const {login} = state().me.agent;
	const draft = ticket.drafts.findLast(one => one.agent === login && one.kind !== 'comment');
	if (draft === undefined) return null;
	const time = shortTime(draft.updatedAt, Date.now(), say.language);
	const answer = await prompt.ask(say('plain.goOn', {time}));
	return answer === say('plain.yes') ? draft : null;
};

/** An answer: who gets it is said, the text is asked for, and it is looked over before it goes. */
export const reply = async (session: Session, kind: Kind): Promise<void> => {
	const number = session.state().ticket?.number;
	const ticket = number === undefined ? null : await reload(session, number);
	if (ticket === null) return;
	await writing(session, ticket.number, async () => {
		const draft = (await begun(session, ticket)) ?? (await beginning(session, kind, ticket));
		if (draft === null) return;
		if (await keepDraft(session, draft)) await review(session, draft);
	});
};
