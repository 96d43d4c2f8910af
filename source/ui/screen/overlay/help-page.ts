import {textWidth} from '../../../domain/text/width.ts';
import {scopeOf} from '../../key/scope.ts';
import {fit} from '../../look/width.ts';
import {bothEnds, fitLine, type Line, span} from '../../part/line.ts';
import {keysOf, type Look, rule} from '../../part/look.ts';
import type {HelpState} from '../../state/overlay-state.ts';
import type {State} from '../../state/state.ts';
import {verbs} from '../../verb/index.ts';
import {groups, isOf, type Scope, type Verb} from '../../verb/verb.ts';

type Place = {
	readonly state: State;
	readonly look: Look;
	readonly width: number;
	readonly height: number;
};

const columnWidth = 38;

const entry = (verb: Verb, scope: Scope, look: Look, width: number): Line => {
	const keys = fit(keysOf(look, verb.name, scope), 12, {ellipsis: look.glyphs.ellipsis});
	return fitLine(
		[span(` ${keys} `, 'accent'), span(look.say(verb.label))],
		width,
		look.glyphs.ellipsis,
	);
};

const matches = (verb: Verb, query: string, look: Look): boolean =>
	[look.say(verb.label), look.otherSay(verb.label), keysOf(look, verb.name)].some(text =>
		text.toLowerCase().includes(query),
	);

const isTab = (verb: Verb): boolean => /^tab\d$/u.test(verb.name);

/** The verbs of this place by group, each group with its heading. */
const entries = (help: HelpState, place: Place, width: number): readonly Line[] => {
	const {state, look} = place;
	const scope = scopeOf({...state, overlay: null});
	const query = help.query.toLowerCase();
	const shown = verbs.filter(
		verb =>
			isOf(verb, scope, state.settings.tab) &&
			look.keymap.keysOf(verb.name).length > 0 &&
			matches(verb, query, look),
	);
	return groups.flatMap(group => {
		const found = shown.filter(verb => verb.group === group);
		if (found.length === 0) return [];
		return [
			fitLine([span(` ${look.say(`group.${group}`)}`, 'unread')], width, ''),
			...found.filter(verb => !isTab(verb)).map(verb => entry(verb, scope, look, width)),
			...(found.some(isTab)
				? [fitLine([span(' 0-9          ', 'accent'), span(look.say('help.tabs'))], width, '')]
				: []),
			fitLine([], width, ''),
		];
	});
};

/** Lines set in as many columns as fit, filled from the top of each. */
const inColumns = (lines: readonly Line[], columns: number, width: number): readonly Line[] => {
	const height = Math.ceil(lines.length / columns);
	const cell = Math.floor(width / columns);
	return Array.from({length: height}, (_, row) =>
		fitLine(
			Array.from({length: columns}, (_, column) =>
				fitLine(lines[column * height + row] ?? [], cell, ''),
			).flat(),
			width,
			'',
		),
	);
};

const linesOf = (help: HelpState, place: Place): readonly Line[] => {
	const {width} = place;
	const columns = Math.max(1, Math.floor(width / columnWidth));
	const found = entries(help, place, Math.floor(width / columns));
	if (found.length === 0)
		return [fitLine([span(`   ${place.look.say('picker.empty')}`, 'faint')], width, '')];
	return inColumns(found, columns, width);
};

/** Title and rule above the keys. */
const headHeight = 2;

/** How far the help can be scrolled: its end stands at the foot of the page then. */
export const helpEnd = (help: HelpState, state: State, look: Look): number => {
	const {columns: width, rows} = state.size;
	const height = rows - 1;
	const lines = linesOf(help, {state, look, width, height});
	return Math.max(0, lines.length - (height - headHeight));
};

/** All keys of this place, made from the same list as the keys themselves. Typing searches it. */
export const helpPage = (help: HelpState, place: Place): readonly Line[] => {
	const {state, look, width, height} = place;
	const {say, glyphs} = look;
	const scope = scopeOf({...state, overlay: null});
	const lines = linesOf(help, place);
	const room = height - headHeight;
	const top = Math.max(0, Math.min(help.top, lines.length - room));
	const right = help.query === '' ? say('help.how') : say('picker.typed', {query: help.query});
	const left = ` ${say('help.title', {place: say(`help.${scope}`)})}`;
	const isTight = textWidth(left) + textWidth(right) + 2 > width;
	return [
		bothEnds({
			left: [span(left, 'accent')],
			right: isTight && help.query === '' ? [] : [span(` ${right} `, 'faint')],
			width,
			ellipsis: glyphs.ellipsis,
		}),
		rule(look, width),
		...Array.from({length: room}, (_, index) =>
			fitLine(lines[top + index] ?? [], width, glyphs.ellipsis),
		),
	];
};
