import {sendingAccount} from '../../domain/reply/sender.ts';
import type {Ticket} from '../../domain/ticket.ts';
import type {Automatic} from '../automatic/automatic.ts';
import type {DeskParts} from '../parts.ts';
import type {Rules} from '../rule/rules.ts';
import type {ReceiveHooks} from './place-mail.ts';

type Deciders = {
	readonly store: DeskParts['store'];
	readonly rules: Rules;
	readonly automatic: Automatic;
};

/** The answer of a rule, with the words of one of the desk's templates. */
const replied = (ticket: Ticket, id: string, {store, automatic}: Deciders): Ticket => {
	const {templates, defaultAccount} = store.desk();
	const template = templates.find(one => one.id === id && one.active);
	const accounts = store.accounts().map(({account}) => account);
	const account = sendingAccount(ticket.account, {accounts, defaultAccount});
	if (!template || !account) return ticket;
	return automatic.answer(ticket, {kind: 'rule', account, subject: '', text: template.text});
};

/**
 * What happens to a new ticket inside the commit that makes it: the rules shape it, then the
 * auto-responder decides. A hit counts once the ticket is there.
 */
export const receiveHooks = (deciders: Deciders): ReceiveHooks => {
	const {rules, automatic} = deciders;
	const met = new WeakMap<Ticket, readonly string[]>();
	return {
		prepare: automatic.prepare,
		shape: ticket => {
			const run = rules.shape(ticket);
			const answered = run.replies.reduce((one, id) => replied(one, id, deciders), run.after);
			const shaped = automatic.respond(answered);
			met.set(
				shaped,
				run.met.map(({id}) => id),
			);
			return shaped;
		},
		withdraw: automatic.withdraw,
		received: ticket => rules.count(met.get(ticket) ?? []),
	};
};
