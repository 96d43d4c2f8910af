import {shortTime} from '../../language/when.ts';
import {bothEnds, type Line, span} from '../part/line.ts';
import type {Look} from '../part/look.ts';
import type {State} from '../state/state.ts';

/** Narrower windows get the short words. */
const longFrom = 70;

/**
 * That an account's sign-in has ended (and what to do), else that the import is overdue and since
 * when; empty while all is well.
 */
export const lateText = ({desk, now}: State, {say}: Look, width: number): string => {
	const ended = [...desk.failed].find(([, {name}]) => name === 'sign-in-expired');
	if (ended !== undefined)
		return width < longFrom ? say('title.signInShort') : say('title.signIn', {account: ended[0]});
	if (desk.late.length === 0) return '';
	const times = desk.late.flatMap(({since}) => (since === null ? [] : [since])).sort();
	const [first] = times;
	return first === undefined || width < longFrom
		? say('title.lateShort')
		: say('title.late', {time: shortTime(first, now, say.language)});
};

/**
 * The lines of a screen without a title line of its own, with what keeps the import from working at
 * the end of the first one: whatever an agent looks at, he sees that new mail does not come in.
 */
export const markLate = (
	lines: readonly Line[],
	{state, look, width}: {readonly state: State; readonly look: Look; readonly width: number},
): readonly Line[] => {
	const text = lateText(state, look, width);
	const [first, ...rest] = lines;
	if (text === '' || first === undefined) return lines;
	const right = [span(` ${text} `, 'warn')];
	return [bothEnds({left: first, right, width, ellipsis: look.glyphs.ellipsis}), ...rest];
};
