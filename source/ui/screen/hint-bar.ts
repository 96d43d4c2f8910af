import {isHandChannel} from '../../domain/channel.ts';
import {textWidth} from '../../domain/text/width.ts';
import type {TextKey} from '../../language/say.ts';
import {chooses} from '../key/picker-key.ts';
import {scopeOf} from '../key/scope.ts';
import {bothEnds, type Line, lineWidth, type Span, span} from '../part/line.ts';
import {hint, keyOf, type Look} from '../part/look.ts';
import {currentTab} from '../settings/current.ts';
import {focusedField} from '../settings/form/form-key.ts';
import type {Overlay} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {verbs} from '../verb/index.ts';
import {isOf, type Scope} from '../verb/verb.ts';
import {filterFault} from './filter-words.ts';

type Hint = {readonly key: string; readonly label: string};

const cells = ({key, label}: Hint): number => textWidth(key) + textWidth(label) + 1;

/** As many hints as fit, the most important first. */
const fitting = (hints: readonly Hint[], width: number): readonly Span[] => {
	const shown: Span[] = [];
	let used = 1;
	for (const one of hints) {
		const wanted = cells(one) + 2;
		if (used + wanted > width) continue;
		used += wanted;
		shown.push(...hint(one.key, one.label), span('  '));
	}
	return shown;
};

/** Verbs of the batch bar, in the place of the usual hints while tickets are marked. */
const batch = ['batch', 'status', 'assign', 'queue', 'tags', 'snooze', 'close', 'trash', 'escape'];

const verbHint = (name: string, look: Look, scope: Scope): Hint => ({
	key: keyOf(look, name, scope),
	label: look.say(`hint.${name}` as TextKey),
});

/** A comment goes to nobody: what sends a mail saves it. */
const commentHints: Readonly<Record<string, TextKey>> = {
	check: 'hint.checkComment',
	send: 'hint.saveComment',
};

type Place = {readonly verb: string; readonly state: State; readonly look: Look};

/** In a text of several lines Enter begins the next one; another key saves. */
const saveHint = (one: Hint, state: State, look: Look): Hint => {
	const {form} = state.settings;
	const isLines = form !== null && focusedField(state, form)?.kind === 'lines';
	return {
		key: isLines ? keyOf(look, 'saveForm', 'form', 1) : one.key,
		label: state.setup.isOpen ? look.say('hint.next') : one.label,
	};
};

const inPlace = (one: Hint, {verb, state, look}: Place): Hint => {
	if (verb === 'saveForm') return saveHint(one, state, look);
	if (verb === 'editItem' && currentTab(state).isReadOnly)
		return {...one, label: look.say('hint.open')};
	if (verb === 'removeItem' && currentTab(state).reset !== undefined)
		return {...one, label: look.say('hint.resetItem')};
	if (verb === 'escape' && state.list.query.filter !== '')
		return {...one, label: look.say('hint.clearFilter')};
	const kind = state.composer?.kind ?? '';
	const isKept = kind === 'comment' || isHandChannel(kind);
	const own = isKept ? commentHints[verb] : undefined;
	return own === undefined ? one : {...one, label: look.say(own)};
};

const placeHints = (state: State, look: Look): readonly Hint[] => {
	const scope = scopeOf(state);
	if (scope === 'list' && state.marks.selection.marked.size > 0)
		return batch.map(verb => inPlace(verbHint(verb, look, scope), {verb, state, look}));
	return verbs
		.filter(
			verb =>
				verb.hint[scope] !== undefined &&
				isOf(verb, scope, state.settings.tab) &&
				!(verb.name === 'saveForm' && currentTab(state).isReadOnly) &&
				verb.available(state) === true,
		)
		.toSorted((a, b) => (a.hint[scope] ?? 0) - (b.hint[scope] ?? 0))
		.map(verb => inPlace(verbHint(verb.name, look, scope), {verb: verb.name, state, look}))
		.filter(({key}) => key !== '');
};

const overlayHints: Readonly<Record<Overlay['kind'], readonly TextKey[]>> = {
	picker: ['picker.enter', 'picker.cancel'],
	palette: ['palette.foot'],
	help: ['help.foot'],
	dialog: [],
	line: ['line.foot'],
	path: ['path.foot'],
	ask: [],
	preview: ['preview.foot'],
};

/** Those of a menu whose letters choose. */
const letteredHints: readonly TextKey[] = ['picker.foot', 'picker.type', 'picker.cancel'];

/** The parts in a row; where it is too narrow, those before the last one are left out. */
const joined = (parts: readonly string[], width: number): string => {
	const text = parts.join('   ');
	return textWidth(text) <= width || parts.length < 3
		? text
		: joined([...parts.slice(0, -2), ...parts.slice(-1)], width);
};

/** The last line of the screen, made from the verbs of this place and cut by the width. */
export const hintBar = (state: State, look: Look): Line => {
	const width = state.size.columns;
	const {ellipsis} = look.glyphs;
	const fault = state.overlay?.kind === 'line' ? filterFault(state.overlay, look) : null;
	if (fault !== null)
		return bothEnds({left: [span(` ${fault.choice}`, 'faint')], right: [], width, ellipsis});
	if (state.overlay !== null) {
		const {overlay} = state;
		const isLettered = overlay.kind === 'picker' && chooses(overlay);
		const parts = (isLettered ? letteredHints : overlayHints[overlay.kind]).flatMap(key =>
			look.say(key).split('   '),
		);
		const text = joined(parts, width - 1);
		return bothEnds({left: [span(` ${text}`, 'faint')], right: [], width, ellipsis});
	}
	const scope = scopeOf(state);
	const pinned = scope === 'compose' || scope === 'form' ? 'palette' : 'help';
	const {key, label} = verbHint(pinned, look, scope);
	const right: Line = [span(' '), ...hint(key, label), span(' ')];
	const room = width - lineWidth(right);
	return bothEnds({
		left: [span(' '), ...fitting(placeHints(state, look), room)],
		right,
		width,
		ellipsis,
	});
};
