import {Box, type SuspendTerminal, useApp} from 'ink';
import {useEffect, useSyncExternalStore} from 'react';
import {fitLine, span} from './part/line.ts';
import {LineField} from './part/line-field.tsx';
import {Lines} from './part/line-view.tsx';
import type {Look} from './part/look.ts';
import {ComposeScreen} from './screen/compose/compose-screen.tsx';
import {filterFault} from './screen/filter-words.ts';
import {hintBar} from './screen/hint-bar.ts';
import {markLate} from './screen/late-mark.ts';
import {ListScreen} from './screen/list/list-screen.tsx';
import {helpPage} from './screen/overlay/help-page.ts';
import {panelLines} from './screen/panel.ts';
import {statusLine} from './screen/status-line.ts';
import {TicketScreen} from './screen/ticket/ticket-screen.tsx';
import {SettingsScreen} from './settings/screen/settings-screen.tsx';
import {SetupScreen} from './setup/setup-screen.tsx';
import {shapeOf, smallest} from './state/geometry.ts';
import {lineEffect} from './state/line-effect.ts';
import type {State} from './state/state.ts';
import type {Store} from './state/store.ts';

type Shown = {readonly state: State; readonly look: Look};

/** What is said in a window that nothing fits into. */
const TooSmall = ({state, look}: Shown) => {
	const {columns, rows} = state.size;
	const least = `${smallest.columns}×${smallest.rows}`;
	const text = look.say('small.window', {columns, rows, least});
	const lines = Array.from({length: rows}, (_, index) =>
		fitLine(index === 0 ? [span(text)] : [], columns, look.glyphs.ellipsis),
	);
	return <Lines lines={lines} theme={look.theme} />;
};

/** Everything above the last two lines. */
const Main = ({state, look}: Shown) => {
	const {overlay, composer, ticket, size} = state;
	const panel = panelLines(state, look);
	if (overlay?.kind === 'help') {
		const place = {state, look, width: size.columns, height: size.rows - 1};
		const page = markLate(helpPage(overlay, place), place);
		return <Lines lines={page} theme={look.theme} />;
	}
	if (composer !== null)
		return <ComposeScreen state={state} look={look} composer={composer} panel={panel} />;
	if (state.setup.isOpen && state.settings.form !== null)
		return <SetupScreen state={state} look={look} panel={panel} form={state.settings.form} />;
	if (state.settings.isOpen) return <SettingsScreen state={state} look={look} panel={panel} />;
	if (ticket !== null && state.pane === 'ticket' && shapeOf(size) !== 'split')
		return <TicketScreen state={state} look={look} view={ticket} panel={panel} />;
	return <ListScreen state={state} look={look} panel={panel} />;
};

const Foot = ({state, look, onLine}: Shown & {readonly onLine: (value: string) => void}) => {
	const {overlay, size} = state;
	const fault = overlay?.kind === 'line' ? filterFault(overlay, look) : null;
	const hints = <Lines lines={[hintBar(state, look)]} theme={look.theme} />;
	if (overlay?.kind === 'help') return hints;
	return (
		<>
			{overlay?.kind === 'line' ? (
				<LineField
					line={overlay}
					look={look}
					width={size.columns}
					fault={fault?.words ?? null}
					onChange={onLine}
				/>
			) : (
				<Lines lines={[statusLine(state, look)]} theme={look.theme} />
			)}
			{hints}
		</>
	);
};

/** Which screen, which overlay; nothing else. */
export const App = ({
	store,
	lookOf,
	onHandOver,
}: {
	readonly store: Store;
	/** The look of a state: it follows what the person chooses. */
	readonly lookOf: (state: State) => Look;
	/** Gets Ink's way of lending the terminal to another program. */
	readonly onHandOver: (handOver: SuspendTerminal) => void;
}) => {
	const state = useSyncExternalStore(store.subscribe, store.state);
	const look = lookOf(state);
	const {suspendTerminal} = useApp();
	useEffect(() => onHandOver(suspendTerminal), [onHandOver, suspendTerminal]);
	const onLine = (value: string) => {
		store.dispatch({type: 'line-changed', value});
		const {overlay} = store.state();
		const events = overlay?.kind === 'line' ? lineEffect(overlay.purpose, value) : [];
		for (const event of events) store.dispatch(event);
	};
	const {columns, rows} = state.size;
	// Every line is fitted to its width: to cut them all again took Ink a fifth of a frame.
	return (
		<Box flexDirection="column" width={columns} height={rows} overflowY="hidden">
			{shapeOf(state.size) === 'tiny' ? (
				<TooSmall state={state} look={look} />
			) : (
				<>
					<Main state={state} look={look} />
					<Foot state={state} look={look} onLine={onLine} />
				</>
			)}
		</Box>
	);
};
