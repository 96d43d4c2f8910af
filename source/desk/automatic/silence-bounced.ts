import {addressKey} from '../../domain/address.ts';
import type {Silence} from '../../domain/automatic/silence.ts';
import type {Bounce} from '../../domain/message.ts';
import {bouncedMessage} from '../../domain/receive/bounce-match.ts';
import type {DeskParts} from '../parts.ts';

/** Milliseconds without automatic mail after a hard bounce: 60 days. */
const bounceSilence = 60 * 86_400_000;

/** RFC 3463: the mailbox does not exist. */
export const hardStatus = '5.1.1';

/**
 * The address that a hard bounce is about. Only for a mail that we sent, so that nobody silences an
 * address with a report of his own making; a single recipient counts whatever name the report gives it.
 */
const bouncedAddress = async ({store}: DeskParts, bounce: Bounce): Promise<string | null> => {
	const number = store.byMessageId([bounce.of]).get(bounce.of);
	const ticket = number === undefined ? null : await store.ticket(number);
	const sent = ticket?.ok ? bouncedMessage(ticket.value.messages, bounce) : null;
	const recipients = sent?.delivery?.envelope.to ?? [];
	const named = recipients.find(one => addressKey(one) === addressKey(bounce.address));
	return named ?? (recipients.length === 1 ? (recipients[0] ?? null) : null);
};

/** The silence of an address at which there is no mailbox. */
export const bounceSilenceFor = ({clock}: DeskParts, address: string): Silence => ({
	address,
	until: new Date(clock.now() + bounceSilence).toISOString(),
	reason: 'bounce',
});

/** The silence that a bounce asks for, null when it asks for none. */
export const silenceOfBounce = async (
	parts: DeskParts,
	bounce: Bounce | null,
): Promise<Silence | null> => {
	if (bounce === null || !bounce.permanent || bounce.status !== hardStatus) return null;
	const address = await bouncedAddress(parts, bounce);
	return address === null ? null : bounceSilenceFor(parts, address);
};
