import {writeFile} from 'node:fs/promises';
import {Resvg} from '@resvg/resvg-js';
import type {XtermBuffer} from './terminal/pretend-terminal.ts';

const cellWidth = 9;
const cellHeight = 19;

const ground = '#1e1e1e';
const ink = '#d4d4d4';

const palette = [
	'#000000',
	'#cd3131',
	'#0dbc79',
	'#e5e510',
	'#2472c8',
	'#bc3fbc',
	'#11a8cd',
	'#e5e5e5',
	'#666666',
	'#f14c4c',
	'#23d18b',
	'#f5f543',
	'#3b8eea',
	'#d670d6',
	'#29b8db',
	'#ffffff',
];

type Cell = NonNullable<ReturnType<NonNullable<ReturnType<XtermBuffer['getLine']>>['getCell']>>;

const colour = (isDefault: boolean, isRgb: boolean, value: number, plain: string): string => {
	if (isDefault) return plain;
	return isRgb ? `#${value.toString(16).padStart(6, '0')}` : (palette[value] ?? plain);
};

const escapeXml = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const drawCell = (cell: Cell, column: number, row: number): string => {
	const front = colour(cell.isFgDefault(), cell.isFgRGB(), cell.getFgColor(), ink);
	const back = colour(cell.isBgDefault(), cell.isBgRGB(), cell.getBgColor(), ground);
	const [text, fill] = cell.isInverse() !== 0 ? [back, front] : [front, back];
	const x = column * cellWidth;
	const y = row * cellHeight;
	const width = cellWidth * Math.max(1, cell.getWidth());
	const box =
		fill === ground
			? ''
			: `<rect x="${x}" y="${y}" width="${width}" height="${cellHeight}" fill="${fill}"/>`;
	const chars = cell.getChars();
	if (chars.trim() === '') return box;
	const weight = cell.isBold() !== 0 ? ' font-weight="bold"' : '';
	const opacity = cell.isDim() !== 0 ? ' opacity="0.6"' : '';
	const line = cell.isUnderline() !== 0 ? ' text-decoration="underline"' : '';
	return `${box}<text x="${x}" y="${y + 14}" fill="${text}"${weight}${opacity}${line}>${escapeXml(chars)}</text>`;
};

/** Draws the screen of a terminal as a PNG, to be looked at. */
export const picture = async (
	buffer: XtermBuffer,
	{columns, rows, path}: {readonly columns: number; readonly rows: number; readonly path: string},
): Promise<void> => {
	const parts: string[] = [];
	for (let row = 0; row < rows; row++) {
		const line = buffer.getLine(row);
		for (let column = 0; column < columns; column++) {
			const cell = line?.getCell(column);
			if (cell !== undefined && cell.getWidth() > 0) parts.push(drawCell(cell, column, row));
		}
	}
	const width = columns * cellWidth;
	const height = rows * cellHeight;
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="DejaVu Sans Mono" font-size="14.5" xml:space="preserve"><rect width="100%" height="100%" fill="${ground}"/>${parts.join('')}</svg>`;
	const image = new Resvg(svg, {font: {defaultFontFamily: 'DejaVu Sans Mono'}}).render().asPng();
	await writeFile(path, image);
};
