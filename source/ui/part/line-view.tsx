import {Text} from 'ink';
import {memo} from 'react';
import type {Role, Theme} from '../look/theme.ts';
import type {Line} from './line.ts';

type LineProps = {readonly line: Line; readonly theme: Theme};

/** Lines are made anew for every frame; most of them say the same as before. */
const isSame = (before: LineProps, after: LineProps): boolean =>
	before.theme === after.theme &&
	before.line.length === after.line.length &&
	before.line.every((part, index) => {
		const other = after.line[index];
		return part.text === other?.text && part.role === other.role;
	});

/** One fitted line of the screen. */
export const LineView = memo(({line, theme}: LineProps) => {
	let at = 0;
	return (
		<Text wrap="truncate">
			{line.map(part => {
				const key = at;
				at += part.text.length + 1;
				return (
					<Text key={key} {...(part.role === undefined ? {} : theme[part.role])}>
						{part.text}
					</Text>
				);
			})}
		</Text>
	);
}, isSame);

/** One line of a list row: a string fitted before, in one role. Drawn again only when it changes. */
export const RowView = memo(
	({text, role, theme}: {readonly text: string; readonly role: Role; readonly theme: Theme}) => (
		<Text wrap="truncate" {...theme[role]}>
			{text}
		</Text>
	),
);

/** Several lines, one below the other. */
export const Lines = ({lines, theme}: {readonly lines: readonly Line[]; readonly theme: Theme}) => {
	// Lines have no identity but their place on the screen.
	const placed = lines.map((line, row) => ({line, row}));
	return placed.map(({line, row}) => <LineView key={row} line={line} theme={theme} />);
};
