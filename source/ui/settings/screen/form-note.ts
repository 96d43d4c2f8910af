import type {Role} from '../../look/theme.ts';
import type {Line} from '../../part/line.ts';
import type {Look} from '../../part/look.ts';
import {paragraph} from '../../part/paragraph.ts';
import {sayWords} from '../../say-words.ts';
import type {State} from '../../state/state.ts';
import {changedMeanwhile} from '../current.ts';
import type {Field} from '../form/field.ts';
import type {FormState} from '../settings-state.ts';
import type {Faults} from '../tab.ts';

type Place = {readonly state: State; readonly look: Look; readonly width: number};

type Shown = {readonly fields: readonly Field[]; readonly faults: Faults};

/** The fault at the field with the cursor, else the first one with the name of its field. */
const faultText = (form: FormState, {fields, faults}: Shown, {look, state}: Place): string => {
	const {say} = look;
	const all = Object.entries(faults);
	const [name, fault] = all.find(([field]) => field === form.focus) ?? all[0] ?? [];
	if (fault === undefined) return '';
	const label = fields.find(field => field.name === name)?.label;
	const where = label === undefined || name === form.focus ? '' : `${say(label)}: `;
	return `! ${where}${sayWords(say, fault, state.now)}`;
};

/** What the field with the cursor is for, how it is set, and why another one cannot be. */
const helpText = (form: FormState, {fields}: Shown, {look}: Place): string => {
	const {say} = look;
	const field = fields.find(one => one.name === form.focus);
	const how = {choice: say('form.choiceHow'), toggle: say('form.toggleHow')}[String(field?.kind)];
	const help = field?.help === undefined ? '' : say(field.help);
	const locked = help === '' ? fields.find(one => one.locked !== undefined) : undefined;
	const why = locked?.locked === undefined ? '' : `${say(locked.label)}: ${say(locked.locked)}`;
	return [help, how ?? '', why].filter(Boolean).join(' ');
};

/** The last lines of a form, one or two: what is wrong, or what the field is for. */
export const formNote = (form: FormState, shown: Shown, place: Place): readonly Line[] => {
	const {look, width, state} = place;
	const fault = faultText(form, shown, place);
	const isMeanwhile = changedMeanwhile(state, form);
	const said: readonly [string, Role] = isMeanwhile
		? [`! ${look.say('settings.meanwhile')}`, 'warn']
		: fault === ''
			? [helpText(form, shown, place), 'faint']
			: [fault, 'bad'];
	const [text, role] = said;
	return paragraph(text, {width, role, ellipsis: look.glyphs.ellipsis, most: 2});
};
