import type {TextKey} from '../../language/say.ts';
import {bothEnds, fitLine, type Line, type Span, span} from '../part/line.ts';
import {Lines} from '../part/line-view.tsx';
import {dotted, type Look, rule} from '../part/look.ts';
import {errorBar} from '../screen/error-bar.ts';
import {palettePanel} from '../screen/overlay/palette-panel.ts';
import {formPane} from '../settings/screen/form-pane.ts';
import type {FormState} from '../settings/settings-state.ts';
import {errorHeight, footHeight} from '../state/geometry.ts';
import type {State} from '../state/state.ts';
import {setupSteps} from './setup-state.ts';

type Props = {
	readonly state: State;
	readonly look: Look;
	readonly panel: readonly Line[];
	readonly form: FormState;
};

const label = (step: string): TextKey => `setup.${step}` as TextKey;

/** ` raute · Einrichtung · Konto                  Schritt 2 von 4` */
const head = (state: State, look: Look): readonly Line[] => {
	const {say, glyphs} = look;
	const {step} = state.setup;
	const width = state.size.columns;
	const n = setupSteps.indexOf(step) + 1;
	return [
		bothEnds({
			left: [span(` ${dotted(look, ['raute', say('setup.title'), say(label(step))])}`, 'accent')],
			right: [span(` ${say('setup.step', {n, of: setupSteps.length})} `, 'faint')],
			width,
			ellipsis: glyphs.ellipsis,
		}),
		rule(look, width),
	];
};

/** The steps in one line: those behind have a sign, the present one stands out. */
const stepsLine = (state: State, look: Look): Line => {
	const {say, glyphs} = look;
	const at = setupSteps.indexOf(state.setup.step);
	const isTight = state.size.columns < 60;
	const parts = setupSteps.map((step, index): Span => {
		const name = isTight && index !== at ? '' : ` ${say(label(step))}`;
		const sign = index < at ? ` ${glyphs.done}` : '';
		return span(`  ${index + 1}${name}${sign}`, index === at ? 'accent' : 'faint');
	});
	return fitLine(parts, state.size.columns, glyphs.ellipsis);
};

/** The lines of the wizard between the top and the last two lines; exactly as many as there are. */
export const setupLines = ({state, look, panel, form}: Props): readonly Line[] => {
	const {size, overlay} = state;
	const width = size.columns;
	const all = size.rows - footHeight - errorHeight(state) - panel.length;
	const top = head(state, look);
	const height = Math.max(1, all - top.length - 1);
	const place = {state, look, width, height};
	const body = overlay?.kind === 'palette' ? palettePanel(overlay, place) : formPane(form, place);
	return [
		...top,
		...Array.from({length: height}, (_, index) => body[index] ?? fitLine([], width, '')),
		stepsLine(state, look),
		...panel,
		...errorBar(state, look),
	];
};

/** The first-run wizard over the whole window. */
export const SetupScreen = (props: Props) => (
	<Lines lines={setupLines(props)} theme={props.look.theme} />
);
