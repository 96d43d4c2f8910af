import type {TextKey} from '../../language/say.ts';
import {toast} from '../effect/toast.ts';
import {changedMeanwhile, currentTab, draftOf, isChanged} from '../settings/current.ts';
import {faultsOf} from '../settings/form/fault.ts';
import type {FormState} from '../settings/settings-state.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {openDialog} from './dialog.ts';
import {defineVerb, type Verb} from './verb.ts';

/** What is wrong is shown at its field; what somebody changed meanwhile is said once. */
const saveForm = (state: State, form: FormState): Reaction => {
	const draft = draftOf(state, form);
	if (draft === null) return {};
	const tab = currentTab(state);
	const faults = faultsOf(state, form);
	const [first] = tab.fields(draft).filter(({name}) => name in faults);
	if (Object.keys(faults).some(name => !(name in form.refused)))
		return {
			events: [{type: 'form-refused', faults: form.refused, field: first?.name ?? null}],
		};
	if (!form.force && changedMeanwhile(state, form))
		return {events: [{type: 'form-forced'}, toast('warn', {key: 'settings.meanwhile'})]};
	if (!draft.isNew && !isChanged(form)) return {events: [{type: 'form-closed'}]};
	const after = tab.read(draft);
	const before = draft.isNew ? null : form.item;
	const key = draft.isNew ? 'settings.done.added' : 'settings.done.saved';
	const label = {key, params: {what: tab.titleOf(after)}} as const;
	const change = {kind: 'item', tab: tab.name, before, after, extra: null} as const;
	return {
		events: [{type: 'form-saving', saving: true}],
		effects: [{type: 'settings-change', mode: 'do', fromForm: true, label, change}],
	};
};

/** Text that was typed is thrown away only after a question. */
export const leaveForm = (state: State): Reaction => {
	const {form} = state.settings;
	if (form === null) return {};
	if (state.setup.isOpen) return {events: [{type: 'setup-back'}]};
	const close: Reaction = {events: [{type: 'form-closed'}]};
	if (!isChanged(form)) return close;
	return openDialog({
		title: {key: 'settings.discard.title'},
		lines: [{key: 'settings.discard.what'}],
		confirm: {key: 'v'},
		action: {key: 'dialog.discard.action'},
		reaction: close,
	});
};

const canSave = (state: State): true | TextKey => {
	const {form} = state.settings;
	if (form === null) return true;
	if (form.saving) return 'reason.saving';
	const draft = draftOf(state, form);
	return draft === null ? 'reason.notConnected' : (currentTab(state).ready?.(draft) ?? true);
};

/** What one does in a form of the settings, beside writing. */
export const formVerbs: readonly Verb[] = [
	defineVerb({
		name: 'saveForm',
		group: 'write',
		scopes: ['form'],
		hint: {form: 10},
		available: canSave,
		run: state => (state.settings.form === null ? {} : saveForm(state, state.settings.form)),
	}),
	defineVerb({
		name: 'leaveForm',
		group: 'move',
		scopes: ['form'],
		hint: {form: 30},
		run: leaveForm,
	}),
];
