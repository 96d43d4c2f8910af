import type {Template} from '../../domain/desk-document.ts';
import type {Draft} from '../../domain/message.ts';
import {filledFor} from '../../domain/reply/fill-draft.ts';
import type {Ticket} from '../../domain/ticket.ts';
import {shortTime} from '../../language/when.ts';
import {parseAddressLine} from '../../ui/compose/address-line.ts';
import {newDraft} from '../../ui/compose/new-draft.ts';
import {templatesFor} from '../../ui/verb/template-line.ts';
import {draftOf} from '../input/reply-draft.ts';
import {change, choose} from './do-change.ts';
import {reload} from './do-read.ts';
import {keepDraft, review} from './do-review.ts';
import {askKept} from './keep-typing.ts';
import type {Session} from './session.ts';

/** Tells the colleagues that something is written here, for as long as it is. */
const writing = async (session: Session, number: string, work: () => Promise<void>) => {
	void session.desk.present(number, true);
	await work();
	void session.desk.present(session.state().ticket?.number ?? null, false);
};

/** A draft of one's own that lies in the ticket, when it is to be gone on with. */
const begun = async (
	{say, prompt, state}: Session,
	{drafts}: Ticket,
	isOfKind: (draft: Draft) => boolean,
): Promise<Draft | null> => {
	const {login} = state().me.agent;
	const draft = drafts.findLast(one => one.agent === login && isOfKind(one));
	if (draft === undefined) return null;
	const time = shortTime(draft.updatedAt, Date.now(), say.language);
	const answer = await prompt.ask(say('plain.goOn', {time}));
	return answer === say('plain.yes') ? draft : null;
};

const isComment = ({kind}: Draft): boolean => kind === 'comment';

/** An internal comment: a text, and it is there; `u` takes it back. */
export const comment = async (session: Session): Promise<void> => {
	const {say, tell, state} = session;
	const number = state().ticket?.number;
	const ticket = number === undefined ? null : await reload(session, number);
	if (ticket === null) return;
	await writing(session, ticket.number, async () => {
		const {me} = state();
		const parts = {me, say, id: crypto.randomUUID(), now: Date.now()};
		const old = await begun(session, ticket, isComment);
		const draft = old ?? newDraft({ticket, kind: 'comment', answers: null}, parts);
		if (draft.text !== '') tell(draft.text);
		const whole = (text: string) => [draft.text, text].filter(part => part !== '').join('\n');
		const typed = await askKept(session, ticket.number, text => ({...draft, text: whole(text)}));
		const text = whole(typed.text);
		if (typed.end !== 'dot' || text === '') return;
		const input = {text, draft: draft.id};
		await change(session, {action: 'comment', input}, say('done.comment', {n: 1}));
	});
};

type Kind = 'reply' | 'reply-all' | 'forward';

const beginning = async (
	session: Session,
	{kind, ticket, template = null}: {kind: Kind; ticket: Ticket; template?: Template | null},
): Promise<Draft | null> => {
	const {call, say, tell, prompt, state} = session;
	const {me} = state();
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
	const made = (text: string) => draftOf({...call, flags}, {me, ticket, text, template}, extra);
	const empty = made('');
	if (empty === null) return null;
	const {id, to} = empty;
	tell(say('plain.answering', {to: to.map(({name, address}) => name || address).join(', ')}));
	const draftWith = (text: string): Draft => ({...(made(text) ?? empty), id});
	const hasText = template !== null;
	if (hasText) {
		const account = me.accounts.find(one => one.id === empty.account) ?? null;
		tell(filledFor(template.text, {ticket, agent: me.agent, account}).text);
	}
	const {text, end} = await askKept(session, ticket.number, draftWith, {mayBeEmpty: hasText});
	return end !== 'dot' || (text === '' && !hasText) ? null : draftWith(text);
};

/** An answer: who gets it is said, the text is asked for, and it is looked over before it goes. */
export const reply = async (session: Session, kind: Kind): Promise<void> => {
	const number = session.state().ticket?.number;
	const ticket = number === undefined ? null : await reload(session, number);
	if (ticket === null) return;
	await writing(session, ticket.number, async () => {
		const draft =
			(await begun(session, ticket, one => !isComment(one))) ??
			(await beginning(session, {kind, ticket}));
		if (draft === null) return;
		if (await keepDraft(session, draft)) await review(session, draft);
	});
};

/** As many as one listens to; words behind `v` leave fewer. */
const mostTemplates = 12;

const chooseTemplate = async (
	session: Session,
	ticket: Ticket,
	wish: string,
): Promise<Template | null> => {
	const {say, tell, state} = session;
	const words = wish.toLowerCase().split(/\s+/u);
	const found = templatesFor(ticket, state().me, {say}).filter(({title, category, text}) =>
		words.every(word => `${title} ${category} ${text}`.toLowerCase().includes(word)),
	);
	if (found.length === 0) {
		tell(say('plain.noTemplate'));
		return null;
	}
	const choices = found.slice(0, mostTemplates).map((template, index) => ({
		letter: String(index + 1),
		label: template.title,
		value: template,
	}));
	if (found.length > mostTemplates)
		tell(say('plain.moreTemplates', {n: found.length - mostTemplates}));
	return (await choose(session, choices))?.value ?? null;
};

/** An answer that begins with a text template; words behind the letter look for it. */
export const replyWithTemplate = async (session: Session, wish: string): Promise<void> => {
	const number = session.state().ticket?.number;
	const ticket = number === undefined ? null : await reload(session, number);
	if (ticket === null) return;
	const template = await chooseTemplate(session, ticket, wish.trim());
	if (template === null) return;
	await writing(session, ticket.number, async () => {
		const draft = await beginning(session, {kind: 'reply', ticket, template});
		if (draft !== null && (await keepDraft(session, draft))) await review(session, draft);
	});
};
