import {isSenderFixed} from '../../domain/reply/sender.ts';
import {textOf} from '../../domain/text/text-buffer.ts';
import type {TextKey} from '../../language/say.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {onlyInMail} from './compose.ts';
import {item, nowNote, openPicker} from './picker.ts';
import {defineVerb, type Verb} from './verb.ts';

/** Addresses that the mail may leave from: of one account where it insists on answering itself. */
const senders = ({composer, me}: State) => {
	const isAnswer = composer?.kind === 'reply' || composer?.kind === 'reply-all';
	const accounts = (me?.accounts ?? []).filter(account => account.smtp !== null);
	const isFixed = isAnswer && isSenderFixed(composer.ticket, accounts);
	return {
		isFixed,
		found: accounts
			.filter(({id}) => !isFixed || id === composer.ticket.account)
			.flatMap(account =>
				[account.address, ...account.aliases].map(address => ({account, address})),
			),
	};
};

const menu = (state: State): Reaction => {
	const now = state.composer === null ? '' : textOf(state.composer.fields.from);
	return openPicker(
		{key: 'picker.from'},
		senders(state).found.map(({account, address}) =>
			item(
				`${account.name} <${address}>`,
				{events: [{type: 'composer-account', account: account.id, from: address}]},
				{note: nowNote(address === now)},
			),
		),
	);
};

const canChoose = (state: State): true | TextKey => {
	const {isFixed, found} = senders(state);
	if (found.length < 2) return isFixed ? 'reason.senderFixed' : 'reason.oneAccount';
	return onlyInMail(state);
};

/** Choosing the address that a mail leaves from. */
export const senderVerbs: readonly Verb[] = [
	defineVerb({
		name: 'from',
		group: 'write',
		scopes: ['compose', 'review'],
		available: canChoose,
		run: menu,
	}),
];
