import {Box, Text} from 'ink';
import TextInput from 'ink-text-input';
import {textWidth} from '../../domain/text/width.ts';
import type {LineState} from '../state/overlay-state.ts';
import type {Look} from './look.ts';

/**
 * The filter or search line, with what is wrong with it at its end. Its keys come one for each turn
 * of the event loop, see `key-queue.ts`.
 */
export const LineField = ({
	line,
	look,
	width,
	fault,
	onChange,
}: {
	readonly line: LineState;
	readonly look: Look;
	readonly width: number;
	readonly fault: string | null;
	readonly onChange: (value: string) => void;
}) => {
	const label = look.say(line.purpose === 'filter' ? 'list.filterLine' : 'list.searchLine');
	const note = fault === null ? '' : ` ! ${fault} `;
	const room = Math.max(1, width - textWidth(label) - 3);
	// What is typed goes before what is said about it.
	const beside = textWidth(line.value) + 1 + textWidth(note) <= room ? textWidth(note) : 0;
	return (
		<Box width={width} height={1} overflow="hidden">
			<Text {...look.theme.accent}> {label} </Text>
			<Box width={room - beside} height={1} overflow="hidden">
				<TextInput value={line.value} onChange={onChange} />
			</Box>
			{beside > 0 && <Text {...look.theme.warn}>{note}</Text>}
		</Box>
	);
};
