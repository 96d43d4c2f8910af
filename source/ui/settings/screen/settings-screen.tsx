import type {TextKey} from '../../../language/say.ts';
import {bothEnds, fitLine, type Line, span} from '../../part/line.ts';
import {Lines} from '../../part/line-view.tsx';
import {dotted, keyOf, type Look, rule} from '../../part/look.ts';
import {sayWords} from '../../say-words.ts';
import {errorBar} from '../../screen/error-bar.ts';
import {markLate} from '../../screen/late-mark.ts';
import {palettePanel} from '../../screen/overlay/palette-panel.ts';
import {hasTitle} from '../../state/geometry.ts';
import type {State} from '../../state/state.ts';
import {isChanged} from '../current.ts';
import {settingsBody} from '../size.ts';
import {tabNamed} from '../tab-list.ts';
import {formPane} from './form-pane.ts';
import {itemList} from './item-list.ts';
import {settingsTabBar} from './tab-bar.ts';

type Props = {readonly state: State; readonly look: Look; readonly panel: readonly Line[]};

/** Where one is: the settings, or the item whose form is open. */
const titleLine = (state: State, look: Look): Line => {
	const {say, glyphs} = look;
	const {form, tab} = state.settings;
	const width = state.size.columns;
	const place = say(`settings.tab.${tab}` as TextKey);
	if (form === null)
		return bothEnds({
			left: [
				span(` ${dotted(look, [say('settings.title'), state.me?.desk.name ?? ''])}`, 'accent'),
			],
			right:
				width < 60
					? []
					: [span(` ${say('settings.atOnce', {key: keyOf(look, 'undo', 'settings')})} `, 'faint')],
			width,
			ellipsis: glyphs.ellipsis,
		});
	const item =
		form.key === null
			? say('form.new')
			: sayWords(say, tabNamed(form.tab).titleOf(form.item), state.now);
	const right = form.saving ? 'form.saving' : isChanged(form) ? 'form.unsaved' : null;
	return bothEnds({
		left: [span(` ${dotted(look, [place, item])}`, 'accent')],
		right: [span(right === null ? ' ' : ` ${say(right)} `, 'warn')],
		width,
		ellipsis: glyphs.ellipsis,
	});
};

/** Title, tabs and rule. */
export const settingsHeadLines = (state: State, look: Look): readonly Line[] => {
	const {columns} = state.size;
	return [
		...(hasTitle(state.size) || state.settings.form !== null ? [titleLine(state, look)] : []),
		...(hasTitle(state.size) || state.settings.form === null ? [settingsTabBar(state, look)] : []),
		rule(look, columns),
	];
};

/** Everything between the head and the last two lines. */
export const settingsBodyLines = (state: State, look: Look, height: number): readonly Line[] => {
	const {overlay, settings, size} = state;
	const width = size.columns;
	const place = {state, look, width, height};
	if (overlay?.kind === 'palette') return palettePanel(overlay, place);
	return settings.form === null ? itemList(place) : formPane(settings.form, place);
};

/** The settings over the whole window. */
export const SettingsScreen = ({state, look, panel}: Props) => {
	const width = state.size.columns;
	const height = Math.max(1, settingsBody(state) - panel.length);
	const body = settingsBodyLines(state, look, height);
	const filled = Array.from({length: height}, (_, index) => body[index] ?? fitLine([], width, ''));
	const head = markLate(settingsHeadLines(state, look), {state, look, width});
	const lines = [...head, ...filled, ...panel, ...errorBar(state, look)];
	return <Lines lines={lines} theme={look.theme} />;
};
