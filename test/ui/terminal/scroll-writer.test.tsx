/** @jsxRuntime automatic */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Box, render, Text, useCursor} from 'ink';
import type {ReactNode} from 'react';
import {createScrollWriter} from '../../../source/ui/terminal/scroll-writer.ts';
import {createRandom} from '../../domain/text/random.ts';
import {createPretendTerminal, type PretendTerminal} from './pretend-terminal.ts';

type Size = {readonly columns: number; readonly rows: number};
type State = {
	readonly top: number;
	readonly cursor: number;
	readonly split: boolean;
	readonly note: string;
	readonly marked: ReadonlySet<number>;
	readonly caret: boolean;
};

const subjects = [
	'Rechnung 2291 stimmt nicht',
	'Passwort zurücksetzen',
	'請求書について',
	'株式会社サンプル',
	'Re: Angebot 👍 erhalten',
	'Kaffee ☕ und Kuchen',
	'',
	'e\u0301clair a\u0308ndern',
	'한국어 메일',
	'● ★ ■ ▸ … │',
];

const Caret = ({at}: {readonly at: {x: number; y: number} | undefined}) => {
	useCursor().setCursorPosition(at);
	return null;
};

const Row = ({ticket, state}: {readonly ticket: number; readonly state: State}) => {
	const text = `${state.marked.has(ticket) ? 'x' : ' '} ${100_000 + ticket} ${subjects[ticket % subjects.length]}`;
	const isHere = ticket === state.cursor;
	return (
		<Text
			wrap="truncate"
			inverse={isHere}
			bold={ticket % 3 === 0}
			{...(ticket % 4 === 0 ? {color: 'red'} : {})}
		>
			{text}
		</Text>
	);
};

const Screen = ({state, columns, rows}: Size & {readonly state: State}) => {
	const height = rows - 4;
	const tickets = Array.from({length: height}, (_, index) => state.top + index);
	return (
		<Box flexDirection="column" width={columns} height={rows}>
			<Text bold>raute · Support</Text>
			<Text dimColor>{'─'.repeat(columns)}</Text>
			<Box height={height}>
				<Box flexDirection="column" width={state.split ? Math.floor(columns / 2) : columns}>
					{tickets.map(ticket => (
						<Row key={ticket} ticket={ticket} state={state} />
					))}
				</Box>
				{state.split ? <Text color="#88aaff">{state.note.repeat(30)}</Text> : null}
			</Box>
			<Text>{`${state.cursor} von 500`}</Text>
			<Text color="cyan" underline>
				{state.note.padEnd(columns - 1, '.')}
			</Text>
			<Caret at={state.caret ? {x: state.cursor % columns, y: rows - 1} : undefined} />
		</Box>
	);
};

const press = (state: State, random: ReturnType<typeof createRandom>, height: number): State => {
	const by = random.pick([1, 1, 1, -1, -1, 5, -5, height, -height]);
	const cursor = Math.max(0, Math.min(499, state.cursor + by));
	const top = Math.max(Math.min(state.top, cursor), cursor - height + 1);
	const moved = {...state, cursor, top};
	const choice = random.below(12);
	if (choice === 0) return {...moved, split: !state.split};
	if (choice === 1) return {...moved, note: random.pick(['Hilfe', '請求', 'Ein Wort ', 'ü'])};
	if (choice === 2) return {...moved, marked: new Set([...state.marked, cursor])};
	if (choice === 3) return {...moved, caret: !state.caret};
	return moved;
};

const start: State = {
	top: 0,
	cursor: 0,
	split: false,
	note: 'Hilfe',
	marked: new Set(),
	caret: false,
};

const mount = (stdout: NodeJS.WriteStream, node: ReactNode) =>
	render(node, {
		stdout,
		alternateScreen: true,
		interactive: true,
		maxFps: 1000,
		exitOnCtrlC: false,
		patchConsole: false,
	});

const both = (size: Size) => {
	const plain = createPretendTerminal(size.columns, size.rows);
	const ours = createPretendTerminal(size.columns, size.rows);
	const writer = createScrollWriter(ours.stdout, {canScroll: true});
	const apps = [mount(plain.stdout, null), mount(writer, null)];
	const show = async (node: ReactNode) => {
		for (const app of apps) app.rerender(node);
		for (const app of apps) await app.waitUntilRenderFlush();
		await Promise.all([plain.settled(), ours.settled()]);
	};
	const end = () => {
		for (const app of apps) app.unmount();
	};
	return {plain, ours, writer, show, end};
};

const assertSame = (ours: PretendTerminal, plain: PretendTerminal, note: string) => {
	const found = ours.cells();
	plain.cells().forEach((row, index) => {
		assert.equal(found[index], row, `${note}, row ${index}: ${ours.text()[index]}`);
	});
};

for (const size of [
	{columns: 80, rows: 24},
	{columns: 140, rows: 40},
]) {
	test(`random keys at ${size.columns}x${size.rows} show what plain Ink shows, cell by cell`, async () => {
		const random = createRandom(size.columns);
		const {plain, ours, show, end} = both(size);
		let state = start;
		for (let step = 0; step < 150; step++) {
			await show(<Screen {...size} state={state} />);
			assertSame(ours, plain, `step ${step}`);
			if (state.caret) assert.deepEqual(ours.cursor(), plain.cursor(), `cursor at step ${step}`);
			state = press(state, random, size.rows - 4);
		}
		assert.ok(ours.bytes() * 3 < plain.bytes(), `${ours.bytes()} against ${plain.bytes()}`);
		end();
	});
}

test('scrolling by one line costs a few hundred bytes in one write', async () => {
	const size = {columns: 140, rows: 40};
	const {ours, show, end} = both(size);
	await show(<Screen {...size} state={{...start, top: 10, cursor: 45}} />);
	const before = {bytes: ours.bytes(), writes: ours.writes()};
	await show(<Screen {...size} state={{...start, top: 11, cursor: 46}} />);
	assert.ok(ours.bytes() - before.bytes < 500, `${ours.bytes() - before.bytes} bytes`);
	assert.equal(ours.writes() - before.writes, 1);
	end();
});

test('after a resize and after a frame of another height the screen is right again', async () => {
	const {plain, ours, show, end} = both({columns: 80, rows: 24});
	const sizes = [
		{columns: 100, rows: 30},
		{columns: 60, rows: 20},
		{columns: 60, rows: 24},
	];
	await show(<Screen columns={80} rows={24} state={start} />);
	for (const size of sizes) {
		for (const terminal of [plain, ours]) terminal.resize(size.columns, size.rows);
		await show(<Screen {...size} state={{...start, cursor: 3}} />);
		assertSame(ours, plain, `${size.columns}x${size.rows}`);
		await show(<Text>short</Text>);
		assertSame(ours, plain, 'a short frame');
		await show(<Screen {...size} state={{...start, cursor: 4}} />);
		assertSame(ours, plain, 'a whole frame again');
	}
	end();
});

test('after a child had the terminal the screen is painted whole', async () => {
	const size = {columns: 80, rows: 24};
	const ours = createPretendTerminal(size.columns, size.rows);
	const writer = createScrollWriter(ours.stdout, {canScroll: true});
	const app = mount(writer, <Screen {...size} state={start} />);
	await app.waitUntilRenderFlush();
	await ours.settled();
	const before = ours.cells();
	ours.stdout.write('\u001B[?1049l\u001B[Hsomething else\u001B[?1049h');
	writer.write('\u001B[?1049h');
	writer.redraw();
	await ours.settled();
	assert.deepEqual(ours.cells(), before);
	app.unmount();
});

test('on a slow terminal only the newest frame waits', async () => {
	const size = {columns: 80, rows: 24};
	const {plain, ours, show, end} = both(size);
	await show(<Screen {...size} state={start} />);
	const frame = (text: string) => {
		const lines = Array.from({length: 24}, (_, row) => `${text} ${row}`);
		return ['\u001B[?2026h', lines.join('\n'), '\u001B[?2026l'];
	};
	const slow = createPretendTerminal(80, 24);
	const writer = createScrollWriter(slow.stdout, {canScroll: true});
	slow.stop();
	for (let number = 0; number < 100; number++) {
		for (const part of frame(`frame ${number}`)) writer.write(part);
	}
	slow.go();
	await new Promise(resolve => setImmediate(resolve));
	await slow.settled();
	assert.equal(slow.text()[0], 'frame 99 0');
	assert.equal(slow.text()[23], 'frame 99 23');
	assert.equal(slow.writes(), 2);
	assertSame(ours, plain, 'the others are untouched');
	end();
});

test('a frame with unknown sequences goes through as Ink wrote it', async () => {
	const terminal = createPretendTerminal(20, 3);
	const writer = createScrollWriter(terminal.stdout, {canScroll: true});
	for (const part of ['\u001B[?2026h', 'a\nb\u001B[3;5Hx\nc', '\u001B[?2026l']) writer.write(part);
	await terminal.settled();
	assert.equal(terminal.text()[2]?.includes('c'), true);
});

test('after mute nothing reaches the terminal', () => {
	const terminal = createPretendTerminal(20, 3);
	const writer = createScrollWriter(terminal.stdout);
	writer.mute();
	writer.write('late');
	assert.equal(terminal.bytes(), 0);
});
