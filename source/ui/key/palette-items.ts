import {parseNumber} from '../../domain/ticket-number.ts';
import {isTextKey, type Say} from '../../language/say.ts';
import {shortNumber} from '../part/number.ts';
import type {State} from '../state/state.ts';
import {verbByName, verbs} from '../verb/index.ts';
import {isOf, type Verb} from '../verb/verb.ts';
import {paletteWords} from './palette-words.ts';
import {scopeOf} from './scope.ts';

/** A command of the palette: its words in both languages, and why it cannot be done now. */
export type PaletteItem = {
	readonly verb: Verb;
	readonly label: string;
	readonly other: string;
	readonly reason: string | null;
};

type Says = {readonly say: Say; readonly otherSay: Say};

/** Moving about is for keys; a list of commands is no place to press `down`. */
const isCommand = (verb: Verb): boolean =>
	!['down', 'up', 'readOn', 'escape', 'palette', 'cancel', 'markDown', 'markUp'].includes(
		verb.name,
	);

const rank = (item: PaletteItem, query: string): number => {
	const label = item.label.toLowerCase();
	const base = label.startsWith(query) ? 0 : label.includes(query) ? 1 : 2;
	return base + (item.reason === null ? 0 : 10);
};

/** Further words for a verb: that of the hint bar in both languages, and those of the table. */
const otherWords = (name: string, says: readonly Say[]): readonly string[] => {
	const hint = `hint.${name}`;
	return [...(paletteWords[name] ?? []), ...(isTextKey(hint) ? says.map(say => say(hint)) : [])];
};

/** A number that is typed among the commands opens its ticket. */
const goTo = (state: State, query: string, {say, otherSay}: Says): readonly PaletteItem[] => {
	const number = parseNumber(query, new Date(state.now).getFullYear());
	const open = verbByName.get('open');
	if (number === null || open === undefined) return [];
	const params = {number: shortNumber(number, state.now)};
	const verb: Verb = {
		...open,
		available: () => true,
		run: () => ({events: [{type: 'ticket-opened', number, pane: 'ticket'}]}),
	};
	return [
		{
			verb,
			label: say('palette.goTo', params),
			other: otherSay('palette.goTo', params),
			reason: null,
		},
	];
};

/**
 * Commands of this place that match a text in either language; those that cannot be done now come
 * last, with the reason.
 */
export const paletteItems = (
	state: State,
	query: string,
	{say, otherSay}: Says,
): readonly PaletteItem[] => {
	const scope = scopeOf(state);
	const wanted = query.trim().toLowerCase();
	const items = verbs
		.filter(verb => isOf(verb, scope, state.settings.tab) && isCommand(verb))
		.map(verb => {
			const can = verb.available(state);
			return {
				verb,
				label: say(verb.label),
				other: otherSay(verb.label),
				reason: can === true ? null : say(can),
			};
		});
	const matches = items.filter(
		({label, other, verb}) =>
			[label, other, verb.name].some(text => text.toLowerCase().includes(wanted)) ||
			otherWords(verb.name, [say, otherSay]).some(text => text.toLowerCase().startsWith(wanted)),
	);
	const number = scope === 'list' || scope === 'ticket' ? goTo(state, query, {say, otherSay}) : [];
	return [...number, ...matches].sort((a, b) => rank(a, wanted) - rank(b, wanted));
};
