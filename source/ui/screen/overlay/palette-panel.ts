import {textOf} from '../../../domain/text/text-buffer.ts';
import {fieldView} from '../../../domain/text/text-field.ts';
import {textWidth} from '../../../domain/text/width.ts';
import {type PaletteItem, paletteItems} from '../../key/palette-items.ts';
import {scopeOf} from '../../key/scope.ts';
import {fit} from '../../look/width.ts';
import {bothEnds, fitLine, type Line, span} from '../../part/line.ts';
import {keysOf, type Look} from '../../part/look.ts';
import {withCursor} from '../../part/with-cursor.ts';
import {keepVisible} from '../../state/geometry.ts';
import type {PaletteState} from '../../state/overlay-state.ts';
import type {State} from '../../state/state.ts';
import type {Scope} from '../../verb/verb.ts';

type Place = {
	readonly state: State;
	readonly look: Look;
	readonly width: number;
	readonly height: number;
};

const itemLine = (
	item: PaletteItem,
	isChosen: boolean,
	{look, width, scope}: {look: Look; width: number; scope: Scope},
): Line => {
	const {glyphs, say} = look;
	const sign = isChosen ? glyphs.cursor : ' ';
	if (item.reason !== null)
		return fitLine(
			[span(`${sign} ${say('palette.blocked', {what: item.label, why: item.reason})}`, 'faint')],
			width,
			glyphs.ellipsis,
		);
	const keys = keysOf(look, item.verb.name, scope);
	const half = Math.floor((width - 10) / 2);
	const isNarrow = width < 60;
	const room = isNarrow ? width - textWidth(keys) - 5 : half;
	const label = fit(item.label, room, {ellipsis: glyphs.ellipsis});
	const other = isNarrow ? '' : fit(item.other, half - 8, {ellipsis: glyphs.ellipsis});
	return bothEnds({
		left: [
			span(`${sign} `, 'accent'),
			span(label, isChosen ? 'cursor' : 'text'),
			span(` ${other}`, 'faint'),
		],
		right: [span(` ${keys} `, 'accent')],
		width,
		ellipsis: glyphs.ellipsis,
	});
};

const boxed = (line: Line, look: Look, width: number): Line => [
	span(` ${look.glyphs.vertical}`, 'border'),
	...fitLine(line, width - 4, look.glyphs.ellipsis),
	span(`${look.glyphs.vertical} `, 'border'),
];

const edge = (look: Look, width: number, isTop: boolean): Line => {
	const {glyphs} = look;
	const left = isTop ? glyphs.topLeft : glyphs.bottomLeft;
	const right = isTop ? glyphs.topRight : glyphs.bottomRight;
	return [span(` ${left}${glyphs.horizontal.repeat(width - 4)}${right} `, 'border')];
};

/** The commands of this place in a box over the body, searched in both languages. */
export const palettePanel = (palette: PaletteState, place: Place): readonly Line[] => {
	const {state, look, width, height} = place;
	const items = paletteItems(state, textOf(palette.query), look);
	const room = Math.max(1, Math.min(height - 4, 14));
	const top = keepVisible({top: 0, line: palette.index, height: room, total: items.length});
	const inner = width - 4;
	const scope = scopeOf(state);
	const view = fieldView(palette.query, inner - 6);
	const shown = items.slice(top, top + room);
	const lines = [
		[span(' > ', 'accent'), ...withCursor(view.text, view.column)],
		[span(look.glyphs.horizontal.repeat(inner), 'border')],
		...(shown.length === 0
			? [[span(`   ${look.say('picker.empty')}`, 'faint')]]
			: shown.map((item, index) =>
					itemLine(item, top + index === palette.index, {look, width: inner, scope}),
				)),
	];
	return [
		edge(look, width, true),
		...lines.map(line => boxed(line, look, width)),
		edge(look, width, false),
	].slice(0, height);
};
