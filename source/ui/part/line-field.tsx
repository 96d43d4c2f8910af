import {Box, Text} from 'ink';
import TextInput from 'ink-text-input';
import {textWidth} from '../../domain/text/width.ts';
import type {LineState} from '../state/overlay-state.ts';
import type {Look} from './look.ts';

/** The filter or search line. Its keys come one for each turn of the event loop, see `key-queue.ts`. */
export const LineField = ({
	line,
	look,
	width,
	onChange,
}: {
	readonly line: LineState;
	readonly look: Look;
	readonly width: number;
	readonly onChange: (value: string) => void;
}) => {
	const label = look.say(line.purpose === 'filter' ? 'list.filterLine' : 'list.searchLine');
	return (
		<Box width={width} height={1} overflow="hidden">
			<Text {...look.theme.accent}> {label} </Text>
			<Box width={Math.max(1, width - textWidth(label) - 3)} height={1} overflow="hidden">
				<TextInput value={line.value} onChange={onChange} />
			</Box>
		</Box>
	);
};
