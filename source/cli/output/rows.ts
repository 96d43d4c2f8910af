import {cleanLine} from '../../domain/clean-input.ts';
import {textWidth} from '../../domain/text/width.ts';
import {fit, truncate} from '../../ui/look/width.ts';
import type {Call} from '../command.ts';

/** Widest column but the last one, in terminal cells. */
const widest = 40;

const aligned = (lines: ReadonlyArray<readonly string[]>, columns: number): readonly string[] => {
	const count = Math.max(...lines.map(line => line.length));
	const widths = Array.from({length: count}, (_, index) =>
		Math.min(widest, Math.max(...lines.map(line => textWidth(line[index] ?? '')))),
	);
	return lines.map(line => {
		const cells = line.slice(0, -1).map((cell, index) => fit(cell, widths[index] ?? 0));
		return truncate([...cells, line.at(-1) ?? ''].join('  '), columns).trimEnd();
	});
};

/**
 * Prints rows: on a terminal in columns below their heads, elsewhere with tabs between the cells
 * and without heads, for other programs.
 */
export const printRows = (
	call: Call,
	{head, rows}: {readonly head: readonly string[]; readonly rows: ReadonlyArray<readonly string[]>},
): void => {
	if (rows.length === 0) return;
	const clean = rows.map(row => row.map(cleanLine));
	// A terminal that does not know its width says 0.
	const columns = call.stdout.columns || Number.MAX_SAFE_INTEGER;
	const lines = call.stdout.isTTY
		? aligned([head, ...clean], columns)
		: clean.map(row => row.join('\t'));
	for (const line of lines) call.print(line);
};
