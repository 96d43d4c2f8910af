import {Box} from 'ink';
import {fitLine} from '../../part/line.ts';
import {Lines} from '../../part/line-view.tsx';
import {type Look, rule} from '../../part/look.ts';
import {shortNumber} from '../../part/number.ts';
import {Table, type TableColumn} from '../../part/table.tsx';
import {sayWords} from '../../say-words.ts';
import type {PreviewState} from '../../state/overlay-state.ts';
import type {State} from '../../state/state.ts';

type Props = {
	readonly preview: PreviewState;
	readonly state: State;
	readonly look: Look;
	readonly width: number;
	readonly height: number;
};

const columnsFor = (look: Look, width: number): readonly TableColumn[] => {
	const {say} = look;
	// Five frames, and a blank on both sides of each cell.
	const rest = width - 11 - 18 - 8 - 5 - 8;
	return [
		{name: say('field.number'), width: 11},
		{name: say('field.from'), width: 18},
		{name: say('field.subject'), width: Math.max(8, rest - 5)},
		{name: say('field.status'), width: 8},
	];
};

/** The marked tickets as a table, before one acts on all of them. */
export const PreviewPage = ({preview, state, look, width, height}: Props) => {
	const {say, isAscii, theme} = look;
	const fitting = Math.max(1, Math.floor((height - 4) / 2));
	const shown = preview.rows.slice(preview.top, preview.top + fitting);
	const rows = shown.map(row => [
		shortNumber(row.number, state.now),
		row.masked ? say('field.private') : row.requester.name || row.requester.address,
		row.masked ? say('row.masked') : row.subject,
		say(`status.short.${row.status}`),
	]);
	const title = sayWords(say, preview.title, state.now);
	return (
		<Box flexDirection="column" width={width} height={height} overflow="hidden">
			<Lines lines={[fitLine(rule(look, width, title), width, '')]} theme={theme} />
			<Table columns={columnsFor(look, width)} rows={rows} isAscii={isAscii} />
		</Box>
	);
};
