import {createAutomatic} from '../../../source/desk/automatic/automatic.ts';
import type {DeskParts} from '../../../source/desk/parts.ts';
import {createReceiver, type Receiver} from '../../../source/desk/receive/receive.ts';
import {receiveHooks} from '../../../source/desk/receive/receive-hooks.ts';
import {createRules} from '../../../source/desk/rule/rules.ts';
import {createOutbox} from '../../../source/desk/send/outbox.ts';
import type {Account} from '../../../source/domain/account/account.ts';
import {testAccount} from '../../server/test-account.ts';
import {letter} from '../mail-room.ts';

/** An account whose auto-responder is on. */
export const responding = (smtpPort: number, change: Partial<Account> = {}): Account => ({
	...testAccount({id: 'a', smtpPort, tls: 'none'}),
	autoResponder: {
		active: true,
		subject: 'Ihre Anfrage #{TICKET}',
		text: 'Guten Tag {NAME},\n\nIhre Nachricht »{BETREFF}« ist angekommen.',
		oncePerDay: true,
	},
	...change,
});

export type AutomaticRoom = {
	readonly receiver: Receiver;
	readonly outbox: ReturnType<typeof createOutbox>;
	readonly end: () => Promise<void>;
};

/** What takes mail in and answers it, over these parts; the outbox still stands. */
export const openAutomatic = (parts: DeskParts): AutomaticRoom => {
	const rules = createRules(parts);
	const automatic = createAutomatic(parts);
	const outbox = createOutbox(parts, () => undefined, automatic.undeliverable);
	return {
		receiver: createReceiver(parts, receiveHooks({store: parts.store, rules, automatic})),
		outbox,
		end: async () => {
			await outbox.stop();
			await rules.end();
		},
	};
};

/** A letter of this minute: old ones are never answered. */
export const freshLetter = (...[name, part = {}]: Parameters<typeof letter>): string =>
	letter(name, part).replace(/^Date: .*$/mu, `Date: ${new Date().toUTCString()}`);
