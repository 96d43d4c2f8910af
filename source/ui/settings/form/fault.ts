import * as v from 'valibot';
import type {TextKey} from '../../../language/say.ts';
import type {State} from '../../state/state.ts';
import type {Words} from '../../state/undo-state.ts';
import {draftOf} from '../current.ts';
import type {FormState} from '../settings-state.ts';
import type {Draft, Faults, SettingsTab, Source} from '../tab.ts';
import {tabNamed} from '../tab-list.ts';
import {dateValue, type Field, numberValue} from './field.ts';

/** What the kind of a field alone objects to. */
const ofKind = (field: Field, text: string): Words | null => {
	if (field.kind === 'date')
		return text.trim() === '' || dateValue(text) !== null ? null : {key: 'fault.date'};
	if (field.kind !== 'number') return null;
	const value = numberValue(text);
	const {min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER} = field;
	if (Number.isNaN(value)) return {key: 'fault.number'};
	return value < min || value > max ? {key: 'fault.range', params: {min, max}} : null;
};

const general: Readonly<Record<string, TextKey>> = {
	min_length: 'fault.empty',
	max_length: 'fault.long',
	regex: 'fault.form',
};

/** What the schema says of a field, in the words of the field where it has some. */
const ofIssue = (issue: v.BaseIssue<unknown>, field: Field | undefined): Words => {
	const {type, requirement} = issue as {type: string; requirement?: unknown};
	if (type === 'min_length') return {key: 'fault.empty'};
	if (type === 'max_length' && typeof requirement === 'number')
		return {key: 'fault.long', params: {max: requirement}};
	return {key: field?.fault ?? general[type] ?? 'fault.form'};
};

const bySchema = (tab: SettingsTab, item: unknown, fields: readonly Field[]): Faults => {
	if (tab.schema === undefined) return {};
	const parsed = v.safeParse(tab.schema, item);
	const faults: Record<string, Words> = {};
	for (const issue of parsed.issues ?? []) {
		const path = v.getDotPath(issue) ?? '';
		const field =
			fields.find(({name}) => name === path) ??
			fields.find(({name}) => name === path.split('.')[0]);
		faults[field?.name ?? ''] ??= ofIssue(issue, field);
	}
	return faults;
};

/** Everything that is wrong with a form as it is typed, by field; `''` for what has none. */
export const faultsOfDraft = (tab: SettingsTab, draft: Draft<unknown, Source>): Faults => {
	const fields = tab.fields(draft);
	const kinds = fields.flatMap(field => {
		const fault = ofKind(field, draft.values[field.name] ?? '');
		return fault === null ? [] : [[field.name, fault] as const];
	});
	const item = tab.read(draft);
	return {
		...tab.check?.(item, draft),
		...bySchema(tab, item, fields),
		...Object.fromEntries(kinds),
	};
};

/** The fields of the open form; none before the desk has answered. */
export const fieldsOf = (state: State, form: FormState): readonly Field[] => {
	const draft = draftOf(state, form);
	return draft === null ? [] : tabNamed(form.tab).fields(draft);
};

/** The same with what the desk objected to. */
export const faultsOf = (state: State, form: FormState): Faults => {
	const draft = draftOf(state, form);
	return draft === null
		? form.refused
		: {...form.refused, ...faultsOfDraft(tabNamed(form.tab), draft)};
};

/** Faults that are shown: of fields that were typed in, of all once saving was tried. */
export const shownFaults = (state: State, form: FormState): Faults =>
	Object.fromEntries(
		Object.entries(faultsOf(state, form)).filter(
			([name]) => form.tried || form.touched.has(name) || name in form.refused,
		),
	);
