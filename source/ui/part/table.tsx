import {createRequire} from 'node:module';
import * as ink from 'ink';
import type {ComponentType, ReactNode} from 'react';
import {fit} from '../look/width.ts';

type Row = Readonly<Record<string, string>>;

type InkTableProps = {
	readonly data: readonly Row[];
	readonly columns: readonly string[];
	readonly padding: number;
	readonly cell: (props: {readonly column: number; readonly children?: ReactNode}) => ReactNode;
	readonly header: (props: {readonly children?: ReactNode}) => ReactNode;
	readonly skeleton: (props: {readonly children?: ReactNode}) => ReactNode;
};

const load = createRequire(import.meta.url);

/**
 * ink-table is CommonJS and asks for Ink with `require`, which Ink 8 as an ES module with top-level
 * await refuses. The module that is loaded already is put in its place first.
 */
const loadTable = (): ComponentType<InkTableProps> => {
	const path = load.resolve('ink');
	load.cache[path] ??= Object.assign(Object.create(null), {
		id: path,
		filename: path,
		loaded: true,
		exports: ink,
	});
	const {default: table} = load('ink-table') as {default: ComponentType<InkTableProps>};
	return table;
};

let InkTable: ComponentType<InkTableProps> | undefined;

export type TableColumn = {readonly name: string; readonly width: number};

const asciiFrame = (text: string): string =>
	text
		.replace(/[┌┐└┘├┤┬┴┼]/gu, '+')
		.replace(/─/gu, '-')
		.replace(/│/gu, '|');

/**
 * A small table. Its widths are counted in characters by ink-table, so every cell is fitted to its
 * column by terminal cells before and after.
 */
export const Table = ({
	columns,
	rows,
	isAscii,
}: {
	readonly columns: readonly TableColumn[];
	readonly rows: ReadonlyArray<readonly string[]>;
	readonly isAscii: boolean;
}) => {
	InkTable ??= loadTable();
	const data = rows.map(row =>
		Object.fromEntries(
			columns.map(({name, width}, index) => [fit(name, width), fit(row[index] ?? '', width)]),
		),
	);
	const width = (column: number) => (columns[column]?.width ?? 0) + 2;
	return (
		<InkTable
			data={data}
			columns={columns.map(column => fit(column.name, column.width))}
			padding={1}
			cell={({column, children}) => (
				<ink.Text>{fit(String(children ?? '').trimEnd(), width(column))}</ink.Text>
			)}
			header={({children}) => <ink.Text bold>{children}</ink.Text>}
			skeleton={({children}) => (
				<ink.Text dimColor>{isAscii ? asciiFrame(String(children ?? '')) : children}</ink.Text>
			)}
		/>
	);
};
