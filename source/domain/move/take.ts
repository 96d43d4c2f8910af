import {recordChange} from '../change/record-change.ts';
import type {Message} from '../message.ts';
import {fail, ok, type Result} from '../result.ts';
import type {Link, Taking, Ticket} from '../ticket.ts';
import {joinComments, joinDrafts, joinMessages, withMessages} from './put-together.ts';
import {takeBack} from './take-back.ts';

type Moment = {readonly now: string; readonly by: string};

const waits: ReadonlySet<Message['state']> = new Set(['queued', 'sending']);

/** The mails and comments that are to go, as the giving ticket has them now. */
const goods = (taking: Taking, giver: Ticket) => ({
	messages: giver.messages.filter(({id}) => taking.messages.includes(id)),
	comments: giver.comments.filter(({id}) => taking.comments.includes(id)),
	drafts: giver.drafts.filter(
		({id, answers}) => taking.drafts.includes(id) || taking.messages.includes(answers ?? ''),
	),
});

/** Why mails cannot leave a ticket now: one of them is still in the outbox. */
export const mayGive = (giver: Ticket, messages: readonly string[]): Result<null> =>
	giver.messages.some(message => messages.includes(message.id) && waits.has(message.state))
		? fail('mail-waiting', {number: giver.number})
		: ok(null);

/** The taking ticket with copies of all that it is to have; repeating it changes nothing more. */
export const copyTaken = (taker: Ticket, giver: Ticket, {by}: Moment): Ticket => {
	const {taking} = taker;
	if (taking === undefined) return taker;
	const {messages, comments, drafts} = goods(taking, giver);
	const all = joinMessages(taker.messages, messages);
	const own = withMessages(taker, all, by);
	const theirs = drafts.map(draft => ({...draft, seenMessages: all.length}));
	return {
		...taker,
		messages: all,
		comments: joinComments(taker.comments, comments),
		drafts: joinDrafts(own.drafts, theirs),
	};
};

/** How the giving ticket points to the taking one afterwards. */
const linkOf = ({kind}: Taking, number: string): readonly Link[] => {
	if (kind === 'unmerge') return [];
	return [{kind: kind === 'split' ? 'related' : 'continued-by', number}];
};

const isSame = (a: Link, b: Link): boolean => a.kind === b.kind && a.number === b.number;

const isTrace = (link: Link, {kind}: Taking, number: string): boolean =>
	kind === 'unmerge' && link.kind === 'merged-from' && link.number === number;

const told = {split: 'split-to', unmerge: 'unmerge-to', continue: 'continued-by'} as const;

/**
 * The giving ticket without what the taking one has. The very objects that go are in the answer:
 * they may have changed since they were copied.
 */
export const giveUp = (giver: Ticket, taker: Ticket, {now, by}: Moment): Ticket => {
	const {taking} = taker;
	if (taking === undefined) return giver;
	const has = new Set([...taker.messages, ...taker.comments, ...taker.drafts].map(({id}) => id));
	const left = withMessages(
		giver,
		giver.messages.filter(({id}) => !has.has(id)),
		by,
	);
	const trace = giver.links.find(link => isTrace(link, taking, taker.number));
	const links = giver.links.filter(link => link !== trace);
	const added = linkOf(taking, taker.number).filter(
		link => !links.some(other => isSame(link, other)),
	);
	const isTold = trace === undefined && added.length === 0;
	const line = {at: now, by, what: told[taking.kind], to: taker.number};
	const reduced: Ticket = {
		...giver,
		messages: left.messages.length === giver.messages.length ? giver.messages : left.messages,
		drafts: left.drafts.filter(({id}) => !has.has(id)),
		comments: giver.comments.filter(({id}) => !has.has(id)),
		links: [...links, ...added],
		history: isTold ? giver.history : [...giver.history, line],
	};
	const back = takeBack(reduced, trace?.moved?.back ?? []);
	const before = trace?.moved?.updatedAt ?? giver.updatedAt;
	const isMoved = giver.updatedAt === taker.updatedAt;
	return {
		...recordChange(giver, back, {now, by}),
		updatedAt: isMoved ? before : giver.updatedAt,
	};
};

/** The end of a move: the taking ticket stands for itself, with the mails as they were given up. */
export const endTaking = (taker: Ticket, given: readonly Message[], {now, by}: Moment): Ticket => {
	const {taking, ...rest} = taker;
	if (taking === undefined) return taker;
	const newest = new Map(given.map(message => [message.id, message]));
	const ended: Ticket = {
		...rest,
		messages: taker.messages.map(message => newest.get(message.id) ?? message),
	};
	if (taking.kind !== 'unmerge') return ended;
	const mark = ended.links.find(({kind}) => kind === 'merged-into');
	const free: Ticket = {
		...takeBack(ended, mark?.moved?.back ?? []),
		links: ended.links.filter(link => link !== mark),
		history: [...ended.history, {at: now, by, what: 'unmerge-from', from: taking.from}],
	};
	return {...recordChange(taker, free, {now, by}), updatedAt: taker.updatedAt};
};
