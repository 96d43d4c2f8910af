import {wrongSoFar, wrongTerms} from '../../domain/filter/wrong-term.ts';
import {type Span, span} from '../part/line.ts';
import {dotted, type Look} from '../part/look.ts';
import type {LineState} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';

/** The filter of the list, as the line above the hints shows it, with what it does not understand. */
export const filterSpan = (state: State, look: Look): Span => {
	const {say} = look;
	const {filter} = state.list.query;
	if (filter === '') return span(` ${say('list.noFilter')} `, 'faint');
	const [wrong] = wrongTerms(filter);
	if (wrong === undefined) return span(` ${say('list.filter', {filter})} `, 'accent');
	const words = say('filter.wrong', {word: wrong.source});
	// The word first: what is too long is cut at its end.
	const rest = filter === wrong.source ? '' : say('list.filter', {filter});
	return span(` ! ${dotted(look, [words, rest])} `, 'warn');
};

/** What is wrong with the filter that is being typed, and what could stand there instead. */
export const filterFault = (
	line: LineState,
	{say}: Look,
): {readonly words: string; readonly choice: string} | null => {
	const wrong = line.purpose === 'filter' ? wrongSoFar(line.value).at(-1) : undefined;
	if (wrong === undefined) return null;
	return {
		words: say('filter.wrong', {word: wrong.source}),
		choice: say(`filter.choice.${wrong.kind}`),
	};
};
