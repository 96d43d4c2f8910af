import {type Address, addressKey} from '../../../domain/address.ts';
import {participants} from '../../../domain/reply/recipients.ts';
import {wrapLine} from '../../../domain/text/wrap.ts';
import {addressLine} from '../../compose/address-line.ts';
import {draftOf} from '../../compose/draft-of.ts';
import {fit} from '../../look/width.ts';
import {fitLine, type Line, span} from '../../part/line.ts';
import {dotted, type Look} from '../../part/look.ts';
import type {ComposerState} from '../../state/composer-state.ts';
import type {State} from '../../state/state.ts';

type Place = {readonly state: State; readonly look: Look; readonly width: number};

const fieldWidth = 12;

const labelled = (label: string, lines: readonly string[], {width}: Place): readonly Line[] =>
	lines.map((text, index) =>
		fitLine(
			[span(` ${fit(index === 0 ? label : '', 10, {ellipsis: ''})} `, 'faint'), span(text)],
			width,
			'',
		),
	);

/** A field of the review in as many lines as its text needs: nothing that goes out is cut off. */
export const wholeRow = (label: string, text: string, place: Place): readonly Line[] =>
	labelled(label, wrapped(text === '' ? place.look.glyphs.none : text, place.width), place);

const wrapped = (text: string, width: number): readonly string[] =>
	wrapLine(text, Math.max(10, width - fieldWidth)).map(({start, end}) =>
		text.slice(start, end).trimEnd(),
	);

/**
 * Who gets the mail, all of them and never cut off. With several the count stands first; who was
 * not in the conversation yet has a + before the name.
 */
export const recipientRows = (composer: ComposerState, place: Place): readonly Line[] => {
	const {look, state, width} = place;
	const {say} = look;
	const draft = draftOf(composer, '', state.now);
	const {messages, requester} = composer.ticket;
	const known = participants(messages, requester);
	const isNew = ({address}: Address) => messages.length > 0 && !known.has(addressKey(address));
	const all = [...draft.to, ...draft.cc, ...draft.bcc];
	const fresh = all.filter(isNew).length;
	const rows = (['to', 'cc', 'bcc'] as const)
		.filter(field => field === 'to' || draft[field].length > 0)
		.flatMap(field => {
			const names = draft[field].map(one => `${isNew(one) ? '+ ' : ''}${addressLine([one])}`);
			const text = names.join(', ') || look.glyphs.none;
			return labelled(say(`field.${field}`), wrapped(text, width), place);
		});
	if (all.length < 2) return rows;
	const count = dotted(look, [
		say('review.recipients', {n: all.length}),
		fresh === 0 ? '' : say('review.newRecipients', {n: fresh}),
	]);
	return [...labelled(say('field.recipients'), [count], place), ...rows];
};
