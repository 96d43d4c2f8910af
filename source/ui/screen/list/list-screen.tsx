import {Box} from 'ink';
import {fitLine, type Line, span} from '../../part/line.ts';
import {Lines} from '../../part/line-view.tsx';
import {type Look, rule} from '../../part/look.ts';
import {bodyHeight, hasTitle, listWidth, shapeOf, ticketWidth} from '../../state/geometry.ts';
import type {State} from '../../state/state.ts';
import {errorBar} from '../error-bar.ts';
import {markLate} from '../late-mark.ts';
import {palettePanel} from '../overlay/palette-panel.ts';
import {PreviewPage} from '../overlay/preview-page.tsx';
import {tabsLine} from '../tabs.ts';
import {ticketPane} from '../ticket/ticket-pane.ts';
import {narrowTitle, titleLine} from '../title.ts';
import {ListPane} from './list-pane.tsx';

type Props = {
	readonly state: State;
	readonly look: Look;
	/** Lines at the foot of the body: a menu, a question. */
	readonly panel: readonly Line[];
};

const ruleLine = (state: State, look: Look): Line => {
	const {columns} = state.size;
	if (shapeOf(state.size) !== 'split') return rule(look, columns);
	const {horizontal, teeDown} = look.glyphs;
	const left = listWidth(state.size);
	return [
		span(`${horizontal.repeat(left)}${teeDown}${horizontal.repeat(columns - left - 1)}`, 'border'),
	];
};

const head = (state: State, look: Look): readonly Line[] => {
	if (shapeOf(state.size) === 'narrow')
		return [narrowTitle(state, look), rule(look, state.size.columns)];
	if (hasTitle(state.size))
		return [titleLine(state, look), tabsLine(state, look), ruleLine(state, look)];
	const width = state.size.columns;
	return markLate([tabsLine(state, look), ruleLine(state, look)], {state, look, width});
};

const TicketBeside = ({state, look, height}: {state: State; look: Look; height: number}) => {
	const width = ticketWidth(state.size);
	const lines =
		state.ticket === null
			? Array.from({length: height}, () => fitLine([], width, ''))
			: ticketPane(state.ticket, {state, look, width, height});
	return <Lines lines={lines} theme={look.theme} />;
};

const Divider = ({look, height}: {look: Look; height: number}) => (
	<Lines
		lines={Array.from({length: height}, () => [span(look.glyphs.vertical, 'border')])}
		theme={look.theme}
	/>
);

const Body = ({state, look, height}: {state: State; look: Look; height: number}) => {
	const width = listWidth(state.size);
	const list = <ListPane state={state} look={look} width={width} height={height} />;
	if (shapeOf(state.size) !== 'split') return list;
	return (
		<Box width={state.size.columns} height={height}>
			<Box flexDirection="column" width={width} height={height}>
				{list}
			</Box>
			<Box flexDirection="column" width={1} height={height}>
				<Divider look={look} height={height} />
			</Box>
			<Box flexDirection="column" width={ticketWidth(state.size)} height={height}>
				<TicketBeside state={state} look={look} height={height} />
			</Box>
		</Box>
	);
};

/** The palette covers the head of the body, the rest stays. */
const Covered = ({state, look, height}: {state: State; look: Look; height: number}) => {
	const {overlay, size} = state;
	const width = size.columns;
	if (overlay?.kind === 'preview')
		return (
			<PreviewPage preview={overlay} state={state} look={look} width={width} height={height} />
		);
	if (overlay?.kind !== 'palette') return <Body state={state} look={look} height={height} />;
	const lines = palettePanel(overlay, {state, look, width, height});
	const blank = Array.from({length: Math.max(0, height - lines.length)}, () =>
		fitLine([], width, ''),
	);
	return <Lines lines={[...lines, ...blank]} theme={look.theme} />;
};

/** Title, tabs, the list (beside it the ticket in a wide window), error bar and panel. */
export const ListScreen = ({state, look, panel}: Props) => {
	const height = Math.max(1, bodyHeight(state) - panel.length);
	return (
		<>
			<Lines lines={head(state, look)} theme={look.theme} />
			<Covered state={state} look={look} height={height} />
			<Lines lines={panel} theme={look.theme} />
			<Lines lines={errorBar(state, look)} theme={look.theme} />
		</>
	);
};
