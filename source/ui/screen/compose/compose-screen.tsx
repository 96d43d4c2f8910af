import {Box} from 'ink';
import {fitLine, type Line, span} from '../../part/line.ts';
import {Lines} from '../../part/line-view.tsx';
import type {Look} from '../../part/look.ts';
import type {ComposerState} from '../../state/composer-state.ts';
import {composerWidth, footHeight, shapeOf, ticketWidth} from '../../state/geometry.ts';
import type {State} from '../../state/state.ts';
import {markLate} from '../late-mark.ts';
import {palettePanel} from '../overlay/palette-panel.ts';
import {ticketPane} from '../ticket/ticket-pane.ts';
import {composerPane} from './composer-pane.ts';
import {reviewPane} from './review-pane.ts';

type Props = {
	readonly state: State;
	readonly look: Look;
	readonly composer: ComposerState;
	readonly panel: readonly Line[];
};

const paneLines = (
	{state, look, composer}: Props,
	width: number,
	height: number,
): readonly Line[] => {
	const {overlay} = state;
	if (overlay?.kind === 'palette') return palettePanel(overlay, {state, look, width, height});
	return composer.stage === 'write'
		? composerPane(composer, {state, look, width})
		: reviewPane(composer, {state, look, width});
};

/** The text being written, or its review. In a wide window the ticket stays beside it. */
export const ComposeScreen = (props: Props) => {
	const {state, look, panel} = props;
	const width = composerWidth(state.size);
	const height = Math.max(1, state.size.rows - footHeight);
	const lines = paneLines(props, width, height - panel.length);
	const fitted = panel.map(line => fitLine(line, width, look.glyphs.ellipsis));
	const filled = Array.from(
		{length: height - panel.length},
		(_, index) => lines[index] ?? fitLine([], width, ''),
	);
	const marked = markLate(filled, {state, look, width});
	const own = <Lines lines={[...marked, ...fitted]} theme={look.theme} />;
	if (shapeOf(state.size) !== 'split' || state.ticket === null) return own;
	const beside = ticketPane(state.ticket, {state, look, width: ticketWidth(state.size), height});
	return (
		<Box width={state.size.columns} height={height}>
			<Box flexDirection="column" width={width} height={height}>
				{own}
			</Box>
			<Box flexDirection="column" width={1} height={height}>
				<Lines
					lines={Array.from({length: height}, () => [span(look.glyphs.vertical, 'border')])}
					theme={look.theme}
				/>
			</Box>
			<Box flexDirection="column" width={ticketWidth(state.size)} height={height}>
				<Lines lines={beside} theme={look.theme} />
			</Box>
		</Box>
	);
};
