import type {Account} from '../account/account.ts';
import {addressKey} from '../address.ts';
import type {Message} from '../message.ts';
import type {Ticket} from '../ticket.ts';
import {
	type AutomaticKind,
	type AutomaticRecord,
	answeredToday,
	countedTime,
	isCapped,
} from './cap.ts';
import {isProgramAddress} from './program-address.ts';
import {type Silence, silenceOf} from './silence.ts';

/** Why no automatic mail goes out; the texts are `no-answer.NAME` of the language files. */
export const refusalReasons = [
	'spam',
	'completed',
	'own',
	'bounce',
	'automatic',
	'loop',
	'no-address',
	'noreply',
	'too-old',
	'no-server',
	'answered',
	'silenced-bounce',
	'silenced-loop',
	'once-a-day',
	'too-many',
	'empty',
	'unknown-variable',
] as const;

export type RefusalReason = (typeof refusalReasons)[number];

/** What is asked: may this mail of this ticket be answered by a program? */
export type AutomaticQuestion = {
	readonly ticket: Ticket;
	readonly answers: Message;
	readonly account: Account;
	readonly kind: AutomaticKind;
};

/** What the desk knows beside the ticket. */
export type AutomaticContext = {
	/** Milliseconds since 1970. */
	readonly now: number;
	readonly iso: (milliseconds: number) => string;
	readonly own: readonly string[];
	readonly silenced: readonly Silence[];
	/** Automatic mails of the last 24 hours to the address that is asked about, or to all. */
	readonly sent: readonly AutomaticRecord[];
	/** Whether a Message-ID is one that we signed. */
	readonly isOurs: (messageId: string) => boolean;
};

type Test = (question: AutomaticQuestion, context: AutomaticContext) => boolean;

const address = ({ticket}: AutomaticQuestion): string => ticket.requester.address;

const isTooOld: Test = ({answers: {receivedAt, date}}, {now, iso}) => {
	const oldest = iso(now - countedTime);
	return receivedAt < oldest || (date !== null && date < oldest);
};

const isSilenced =
	(reason: Silence['reason']): Test =>
	(question, {silenced, now, iso}) =>
		silenceOf(silenced, address(question), iso(now))?.reason === reason;

const next = (question: AutomaticQuestion, {now}: AutomaticContext) => ({
	ticket: question.ticket.number,
	address: address(question),
	now,
});

/** In this order: the first that holds is the reason (product.md §6, mail.md §4). */
const tests: ReadonlyArray<readonly [RefusalReason, Test]> = [
	['spam', ({ticket}) => ticket.status === 'trash'],
	['completed', ({account}) => account.importAsCompleted],
	[
		'own',
		(question, {own}) =>
			question.answers.direction === 'out' ||
			own.some(one => addressKey(one) === addressKey(address(question))),
	],
	['bounce', ({answers}) => answers.bounce !== null],
	['automatic', ({answers}) => answers.automatic !== null],
	['loop', ({answers: {messageId}}, {isOurs}) => messageId !== null && isOurs(messageId)],
	['no-address', question => !/^[^\s@]+@[^\s@]+$/u.test(address(question))],
	['noreply', question => isProgramAddress(address(question))],
	['too-old', isTooOld],
	['no-server', ({account}) => account.smtp === null],
	[
		'answered',
		({ticket}) => ticket.messages.some(one => one.direction === 'out' && one.automatic === 'rule'),
	],
	['silenced-bounce', isSilenced('bounce')],
	['silenced-loop', isSilenced('loop')],
	[
		'once-a-day',
		(question, context) =>
			question.kind === 'auto-responder' &&
			question.account.autoResponder.oncePerDay &&
			answeredToday(context.sent, next(question, context)),
	],
	['too-many', (question, context) => isCapped(context.sent, next(question, context))],
];

/** Why the mail must not be answered automatically, null when it may. */
export const refusalOf = (
	question: AutomaticQuestion,
	context: AutomaticContext,
): RefusalReason | null => tests.find(([, holds]) => holds(question, context))?.[0] ?? null;
