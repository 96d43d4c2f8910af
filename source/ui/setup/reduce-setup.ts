import type {Values} from '../settings/form/field.ts';
import {reduceForm} from '../settings/form/reduce-form.ts';
import {valuesOf} from '../settings/form/values-of.ts';
import {newSettings} from '../settings/settings-state.ts';
import type {UiEvent} from '../state/event.ts';
import type {State} from '../state/state.ts';
import {type SetupState, type SetupStep, setupSteps} from './setup-state.ts';

const put = (state: State, change: Partial<SetupState>): State => ({
	...state,
	setup: {...state.setup, ...change},
});

/** What the form of the step holds now. */
const typed = ({settings, setup}: State): Values | undefined =>
	settings.form?.tab === `setup-${setup.step}` ? valuesOf(settings.form) : undefined;

const withTyped = (state: State): State => {
	const values = typed(state);
	return values === undefined
		? state
		: put(state, {values: {...state.setup.values, [state.setup.step]: values}});
};

const atStep = (state: State, step: SetupStep): State => {
	const next = put(state, {isOpen: true, step, declined: false});
	const item = next.setup.values[step];
	return reduceForm(next, {
		type: 'form-opened',
		tab: `setup-${step}`,
		key: null,
		...(item === undefined ? {} : {item}),
	});
};

/** Back to where the wizard lies over. */
const closed = (state: State): State => ({
	...put(state, {isOpen: false}),
	settings: {...state.settings, isOpen: false, form: null, tab: newSettings.tab},
});

const stepBeside = ({setup}: State, by: number): SetupStep | null =>
	setupSteps[setupSteps.indexOf(setup.step) + by] ?? null;

const saved = (state: State): State => {
	const kept = withTyped(state);
	const next = stepBeside(kept, 1);
	if (next !== null) return atStep(kept, next);
	return closed(put(kept, {step: 'language', values: {}}));
};

const back = (state: State): State => {
	const kept = withTyped(state);
	const step = stepBeside(kept, -1);
	return step === null ? closed(put(kept, {declined: true})) : atStep(kept, step);
};

/** The first-run wizard: its steps one after the other, and what was typed in each. */
export const reduceSetup = (state: State, event: UiEvent): State => {
	switch (event.type) {
		case 'setup-opened': {
			const begun = event.kept === null ? state : put(state, event.kept);
			return {...atStep(begun, begun.setup.step), overlay: null};
		}
		case 'setup-back':
			return state.setup.isOpen ? back(state) : state;
		case 'setup-left':
			return closed(withTyped(state));
		case 'settings-changed':
			return event.change.tab === `setup-${state.setup.step}` ? saved(state) : state;
		default:
			return state;
	}
};
