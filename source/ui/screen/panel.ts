import type {Line} from '../part/line.ts';
import type {Look} from '../part/look.ts';
import {composerWidth} from '../state/geometry.ts';
import type {State} from '../state/state.ts';
import {dialogPanel, pathPanel} from './overlay/ask-panel.ts';
import {linePanel} from './overlay/line-panel.ts';
import {pickerPanel} from './overlay/picker-panel.ts';

/** What stands at the foot of the body: a menu, a question, a path; nothing most of the time. */
export const panelLines = (state: State, look: Look): readonly Line[] => {
	const {overlay, size} = state;
	const width = state.composer === null ? size.columns : composerWidth(size);
	const height = Math.max(4, Math.floor(size.rows * 0.6));
	const place = {state, look, width};
	switch (overlay?.kind) {
		case 'picker':
			return pickerPanel(overlay, {...place, height});
		case 'dialog':
			return dialogPanel(overlay, place);
		case 'path':
			return pathPanel(overlay, place);
		case 'ask':
			return linePanel(overlay, place);
		default:
			return [];
	}
};
