import type {Say} from '../../language/say.ts';
import type {State} from '../state/state.ts';
import {verbs} from '../verb/index.ts';
import {isOf, type Verb} from '../verb/verb.ts';
import {scopeOf} from './scope.ts';

/** A command of the palette: its words in both languages, and why it cannot be done now. */
export type PaletteItem = {
	readonly verb: Verb;
	readonly label: string;
	readonly other: string;
	readonly reason: string | null;
};

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

/**
 * Commands of this place that match a text in either language; those that cannot be done now come
 * last, with the reason.
 */
export const paletteItems = (
	state: State,
	query: string,
	{say, otherSay}: {readonly say: Say; readonly otherSay: Say},
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
	const matches = items.filter(item =>
		[item.label, item.other, item.verb.name].some(text => text.toLowerCase().includes(wanted)),
	);
	return matches.sort((a, b) => rank(a, wanted) - rank(b, wanted));
};
