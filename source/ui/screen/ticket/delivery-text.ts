import {mayCallBack} from '../../../domain/action/call-back.ts';
import type {Entry} from '../../../domain/conversation.ts';
import type {Message} from '../../../domain/message.ts';
import {sayDeliveryError} from '../../../language/delivery.ts';
import {shortTime} from '../../../language/when.ts';
import {type Span, span} from '../../part/line.ts';
import {keyOf, type Look} from '../../part/look.ts';
import type {State} from '../../state/state.ts';
import type {TicketLine} from '../../state/ticket-lines.ts';
import {bounceText} from './note-text.ts';

type Place = {readonly state: State; readonly look: Look};

/** What became of a mail; why stands in lines of its own. */
const stateText = ({state, delivery}: Message, {state: {now}, look: {say}}: Place): string =>
	say('ticket.state', {
		state: say(`message.${state}`),
		next:
			state === 'queued' && delivery !== null && delivery.error !== null
				? shortTime(delivery.nextTry, now, say.language)
				: '',
	});

/** The commands that help, found in the palette. */
const remedyText = (message: Message, look: Look): string => {
	const key = keyOf(look, 'palette', 'ticket');
	const again = `${key} ${look.say('verb.retrySend')}`;
	return mayCallBack(message) ? `${again}   ${key} ${look.say('verb.takeBack')}` : again;
};

/** Where all mails are that wait or failed. */
const outboxText = (look: Look): string =>
	look.say('ticket.outbox', {
		key: keyOf(look, 'palette', 'ticket'),
		name: look.say('settings.tab.outbox'),
	});

/** A line about a mail that has not simply been sent. */
export const deliverySpan = (line: TicketLine, entry: Entry, place: Place): Span => {
	if (line.kind === 'why') return span(line.text, 'warn');
	if (line.kind === 'outbox') return span(outboxText(place.look), 'accent');
	if (entry.kind === 'comment') return span('');
	const {message} = entry;
	if (line.kind === 'bounce') return span(bounceText(message, place.look.say), 'bad');
	if (line.kind === 'state') return span(stateText(message, place), 'warn');
	return line.kind === 'reason'
		? span(sayDeliveryError(place.look.say, message.delivery?.error ?? null), 'warn')
		: span(remedyText(message, place.look), 'accent');
};
