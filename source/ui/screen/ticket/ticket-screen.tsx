import {fitLine, type Line} from '../../part/line.ts';
import {Lines} from '../../part/line-view.tsx';
import type {Look} from '../../part/look.ts';
import {errorHeight, footHeight} from '../../state/geometry.ts';
import type {State, TicketState} from '../../state/state.ts';
import {errorBar} from '../error-bar.ts';
import {markLate} from '../late-mark.ts';
import {palettePanel} from '../overlay/palette-panel.ts';
import {ticketPane} from './ticket-pane.ts';

type Props = {
	readonly state: State;
	readonly look: Look;
	readonly view: TicketState;
	readonly panel: readonly Line[];
};

/** A ticket over the whole window, in the place of the list. */
export const TicketScreen = ({state, look, view, panel}: Props) => {
	const {columns, rows} = state.size;
	const height = Math.max(1, rows - footHeight - errorHeight(state) - panel.length);
	const {overlay} = state;
	const lines =
		overlay?.kind === 'palette'
			? palettePanel(overlay, {state, look, width: columns, height})
			: ticketPane(view, {state, look, width: columns, height});
	const filled = Array.from(
		{length: height},
		(_, index) => lines[index] ?? fitLine([], columns, ''),
	);
	const marked = markLate(filled, {state, look, width: columns});
	return <Lines lines={[...marked, ...panel, ...errorBar(state, look)]} theme={look.theme} />;
};
