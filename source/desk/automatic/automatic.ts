import {
	type AutomaticOrder,
	answerAutomatically,
} from '../../domain/automatic/answer-automatically.ts';
import {type Silence, withSilence} from '../../domain/automatic/silence.ts';
import {verifyMessageId} from '../../domain/message-id.ts';
import type {ParsedMail} from '../../domain/receive/parsed-mail.ts';
import {ownAddresses} from '../../domain/reply/sender.ts';
import {ok} from '../../domain/result.ts';
import type {Ticket} from '../../domain/ticket.ts';
import type {DeskParts} from '../parts.ts';
import {newMessageId} from '../send/new-message-id.ts';
import {createAutomaticWindow} from './automatic-window.ts';
import {bounceSilenceFor, silenceOfBounce} from './silence-bounced.ts';

/** What the desk sends by itself. Its answers are part of the commit that takes a mail in. */
export type Automatic = {
	/** To be awaited before the others: reads the counters once, and heeds a hard bounce. */
	readonly prepare: (mail: ParsedMail) => Promise<void>;
	/** The ticket with this answer waiting, or with the reason why not (a rule's template reply). */
	readonly answer: (ticket: Ticket, order: AutomaticOrder) => Ticket;
	/** The auto-responder of the ticket's account; nothing where it is off. */
	readonly respond: (ticket: Ticket) => Ticket;
	/** There is no mailbox at this address: no automatic mail for 60 days. */
	readonly undeliverable: (address: string) => void;
	/** The commit that held the answer to this mail (id of the message) failed. */
	readonly withdraw: (answers: string) => void;
};

/** Keeps silences in the settings; until they are written they hold from memory. */
const createSilences = ({store, clock, log}: DeskParts) => {
	let pending: readonly Silence[] = [];
	const now = () => new Date(clock.now()).toISOString();
	return {
		all: () => [...(store.desk().silenced ?? []), ...pending],
		add: async (silence: Silence): Promise<void> => {
			pending = [...pending, silence];
			const saved = await store.changeDesk(document => {
				const known = document.silenced ?? [];
				const silenced = withSilence(known, silence, now());
				return ok(silenced === known ? document : {...document, silenced});
			});
			// What could not be written holds until the end of this service at least.
			if (saved.ok) pending = pending.filter(one => one !== silence);
			else log(`silence: ${saved.problem.name}`);
		},
	};
};

export const createAutomatic = (parts: DeskParts): Automatic => {
	const {store, clock, sign} = parts;
	const window = createAutomaticWindow(parts);
	const silences = createSilences(parts);
	const accounts = () => store.accounts().map(({account}) => account);

	const answer = (ticket: Ticket, order: AutomaticOrder): Ticket => {
		const outcome = answerAutomatically(ticket, order, {
			now: clock.now(),
			iso: milliseconds => new Date(milliseconds).toISOString(),
			own: ownAddresses(accounts()),
			silenced: silences.all(),
			sent: window.sentTo(ticket.requester.address),
			isOurs: messageId => sign !== undefined && verifyMessageId(messageId, sign) !== null,
			newId: clock.newId,
			newMessageId: domain => newMessageId(parts, {number: ticket.number, domain}),
		});
		if (outcome.record) window.add(outcome.record);
		if (outcome.silence) void silences.add(outcome.silence);
		return outcome.ticket;
	};

	return {
		prepare: async ({bounce}) => {
			await window.load();
			const silence = await silenceOfBounce(parts, bounce);
			if (silence) await silences.add(silence);
		},
		answer,
		respond: ticket => {
			const account = accounts().find(({id}) => id === ticket.account);
			if (!account?.autoResponder.active) return ticket;
			const {subject, text} = account.autoResponder;
			return answer(ticket, {kind: 'auto-responder', account, subject, text});
		},
		undeliverable: address => void silences.add(bounceSilenceFor(parts, address)),
		withdraw: window.withdraw,
	};
};
