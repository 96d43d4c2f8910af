import assert from 'node:assert/strict';
import {test} from 'node:test';
import {deleteBack, deleteForward} from '../../../source/domain/text/delete.ts';
import {insertText} from '../../../source/domain/text/insert.ts';
import {killToLineEnd, killToLineStart, yank} from '../../../source/domain/text/kill.ts';
import {layOut, locate, positionAt} from '../../../source/domain/text/layout.ts';
import {moveLeft, moveLineEnd, moveLineStart, moveRight} from '../../../source/domain/text/move.ts';
import {moveRows} from '../../../source/domain/text/move-row.ts';
import {
	createTextBuffer,
	type TextBuffer,
	textBefore,
	textOf,
} from '../../../source/domain/text/text-buffer.ts';
import {redo, undo} from '../../../source/domain/text/undo.ts';
import {createRandom} from './random.ts';

/** The same operations on a plain string and an offset, written as naively as possible. */
type Model = {
	readonly text: string;
	readonly at: number;
	readonly killed: string;
	readonly isKill: boolean;
};

const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});
const boundaries = (text: string) => [
	...Array.from(segmenter.segment(text), ({index}) => index),
	text.length,
];
const before = ({text, at}: Model) => boundaries(text).findLast(index => index < at) ?? 0;
const after = ({text, at}: Model) => boundaries(text).find(index => index > at) ?? text.length;
const lineStart = ({text, at}: Model) => text.lastIndexOf('\n', at - 1) + 1;
const lineEnd = ({text, at}: Model) => {
	const end = text.indexOf('\n', at);
	return end === -1 ? text.length : end;
};
const cut = (model: Model, from: number, to: number): Model => ({
	...model,
	text: model.text.slice(0, from) + model.text.slice(to),
	at: from,
	isKill: false,
});
const put = (model: Model, text: string): Model => ({
	...model,
	text: model.text.slice(0, model.at) + text + model.text.slice(model.at),
	at: model.at + text.length,
	isKill: model.isKill && text === '',
});
const killed = (model: Model, from: number, to: number): Model => {
	const text = model.text.slice(from, to);
	if (text === '') return model;
	const earlier = model.isKill ? model.killed : '';
	const gathered = to === model.at ? text + earlier : earlier + text;
	return {...cut(model, from, to), killed: gathered, isKill: true};
};
const moved = (model: Model, at: number): Model => ({...model, at, isKill: false});

const deleted = (model: Model, from: number, to: number): Model =>
	from === to ? model : cut(model, from, to);

const pieces = [
	'a',
	'b',
	' ',
	'ü',
	'求',
	'👩‍👩‍👧',
	'🇩🇪',
	'\n',
	'Wort und Wort',
	'x\ny\n',
	'\t',
	'.',
];

type Pair = readonly [(buffer: TextBuffer) => TextBuffer, (model: Model) => Model];
const pairs: readonly Pair[] = [
	[deleteBack, model => deleted(model, before(model), model.at)],
	[deleteForward, model => deleted(model, model.at, after(model))],
	[moveLeft, model => moved(model, before(model))],
	[moveRight, model => moved(model, after(model))],
	[moveLineStart, model => moved(model, lineStart(model))],
	[moveLineEnd, model => moved(model, lineEnd(model))],
	[killToLineStart, model => killed(model, lineStart(model), model.at)],
	[
		killToLineEnd,
		model => killed(model, model.at, lineEnd(model) === model.at ? after(model) : lineEnd(model)),
	],
	[yank, model => put(model, model.killed)],
];

const check = (buffer: TextBuffer, model: Model, note: string) => {
	assert.equal(textOf(buffer), model.text, note);
	assert.equal(textBefore(buffer).length, model.at, note);
};

test('random operations give what a plain string gives', () => {
	for (let seed = 1; seed <= 60; seed++) {
		const random = createRandom(seed);
		let buffer = createTextBuffer();
		let model: Model = {text: '', at: 0, killed: '', isKill: false};
		for (let step = 0; step < 120; step++) {
			const piece = random.pick(pieces);
			const typing: Pair = [value => insertText(value, piece), value => put(value, piece)];
			const [real, naive] = random.below(2) === 0 ? typing : random.pick(pairs);
			buffer = real(buffer);
			model = naive(model);
			check(buffer, model, `seed ${seed}, step ${step}`);
		}
	}
});

test('undo walks back through every state it passed, and redo forward again', () => {
	for (let seed = 1; seed <= 40; seed++) {
		const random = createRandom(seed);
		let buffer = createTextBuffer('Anfang\nEnde');
		const first = textOf(buffer);
		for (let step = 0; step < 80; step++) {
			const piece = random.pick(pieces);
			const change =
				random.below(2) === 0 ? (value: TextBuffer) => insertText(value, piece) : undefined;
			buffer = (change ?? random.pick(pairs)[0])(buffer);
		}
		const last = textOf(buffer);
		const steps = buffer.past.length;
		for (let step = 0; step < steps; step++) buffer = undo(buffer);
		assert.equal(textOf(buffer), first, `seed ${seed}`);
		for (let step = 0; step < steps; step++) buffer = redo(buffer);
		assert.equal(textOf(buffer), last, `seed ${seed}`);
	}
});

test('a layout kept up to date equals one made afresh, and every position is found again', () => {
	for (let seed = 1; seed <= 40; seed++) {
		const random = createRandom(seed);
		const width = 3 + random.below(20);
		let buffer = createTextBuffer('ein erster Absatz mit Wörtern\n\n請求書について');
		let layout = layOut({lines: buffer.lines, width});
		for (let step = 0; step < 60; step++) {
			const piece = random.pick(pieces);
			buffer =
				random.below(3) === 0
					? moveRows(buffer, layout, random.below(9) - 4)
					: random.below(2) === 0
						? insertText(buffer, piece)
						: random.pick(pairs)[0](buffer);
			layout = layOut({lines: buffer.lines, width, previous: layout});
			assert.deepEqual(layout, layOut({lines: buffer.lines, width}));
			const place = locate(layout, buffer.cursor);
			assert.ok(place.column < width && place.row < layout.height);
			const found = positionAt(layout, place);
			const again = locate(layout, found);
			// Blanks hanging over the edge share the last cell, so the column may be less exact there.
			const hangs = place.column === width - 1;
			assert.equal(again.row, place.row, `seed ${seed}, step ${step}`);
			assert.ok(again.column === place.column || hangs, `seed ${seed}, step ${step}`);
		}
	}
});
