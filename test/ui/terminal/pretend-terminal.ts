import {Writable} from 'node:stream';
import {Unicode11Addon} from '@xterm/addon-unicode11';
import xterm from '@xterm/headless';

export type PretendTerminal = {
	/** Looks like `process.stdout` of a terminal. */
	readonly stdout: NodeJS.WriteStream;
	/** Bytes written so far. */
	bytes(): number;
	/** Number of writes so far. */
	writes(): number;
	/** Waits until everything written is on the screen. */
	settled(): Promise<void>;
	/** Every cell with its look, one string a row. */
	cells(): readonly string[];
	/** The cells themselves, for pictures. */
	readonly buffer: () => XtermBuffer;
	/** Plain text, one string a row. */
	text(): readonly string[];
	cursor(): {readonly row: number; readonly column: number};
	resize(columns: number, rows: number): void;
	/** While stopped, writes are taken but do not finish. */
	stop(): void;
	go(): void;
};

export type XtermBuffer = InstanceType<typeof xterm.Terminal>['buffer']['active'];

type Held = {readonly chunk: string; readonly done: () => void};

const lookOf = (term: InstanceType<typeof xterm.Terminal>, row: number): string => {
	const line = term.buffer.active.getLine(row);
	let look = '';
	for (let column = 0; column < term.cols; column++) {
		const cell = line?.getCell(column);
		if (cell === undefined) continue;
		const flags = [
			cell.isBold(),
			cell.isDim(),
			cell.isInverse(),
			cell.isUnderline(),
			cell.isItalic(),
		];
		const colours = `${cell.getFgColorMode()}:${cell.getFgColor()}:${cell.getBgColor()}`;
		look += `[${cell.getChars() || ' '}${cell.getWidth()}${flags.join('')}${colours}]`;
	}
	return look;
};

/** A terminal in memory, for tests that look at the screen. */
export const createPretendTerminal = (columns: number, rows: number): PretendTerminal => {
	const term = new xterm.Terminal({cols: columns, rows, allowProposedApi: true, scrollback: 0});
	term.loadAddon(new Unicode11Addon());
	term.unicode.activeVersion = '11';
	let bytes = 0;
	let writes = 0;
	let isStopped = false;
	const held: Held[] = [];
	const take = ({chunk, done}: Held) => {
		term.write(chunk.replaceAll(/(?<!\r)\n/g, '\r\n'));
		done();
	};
	const stream = new Writable({
		decodeStrings: false,
		highWaterMark: 1,
		write(chunk: string, _encoding, done) {
			bytes += Buffer.byteLength(chunk);
			if (chunk !== '') writes++;
			if (isStopped) held.push({chunk, done});
			else take({chunk, done});
		},
	});
	Object.defineProperties(stream, {
		isTTY: {value: true},
		columns: {get: () => term.cols},
		rows: {get: () => term.rows},
	});
	return {
		stdout: stream as unknown as NodeJS.WriteStream,
		bytes: () => bytes,
		writes: () => writes,
		settled: () => new Promise(resolve => term.write('', resolve)),
		cells: () => Array.from({length: term.rows}, (_, row) => lookOf(term, row)),
		buffer: () => term.buffer.active,
		text: () =>
			Array.from(
				{length: term.rows},
				(_, row) => term.buffer.active.getLine(row)?.translateToString(true) ?? '',
			),
		cursor: () => ({row: term.buffer.active.cursorY, column: term.buffer.active.cursorX}),
		resize(nextColumns, nextRows) {
			term.resize(nextColumns, nextRows);
			stream.emit('resize');
		},
		stop() {
			isStopped = true;
		},
		go() {
			isStopped = false;
			for (const one of held.splice(0)) take(one);
		},
	};
};
