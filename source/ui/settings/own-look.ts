import type {State} from '../state/state.ts';
import {valuesOf} from './form/values-of.ts';
import type {OwnSettings} from './own.ts';
import {withValue} from './tab/look.ts';

/** What the screen looks like now: the person's wish, or what the open form shows before it is one. */
export const ownNow = (state: State): OwnSettings => {
	const {own, settings} = state;
	const {form} = settings;
	if (form?.tab === 'setup-language') {
		const {language = ''} = valuesOf(form);
		return {...own, look: withValue(own.look, 'language', language)};
	}
	if (form?.tab !== 'look' || form.key === null) return own;
	const value = valuesOf(form)['value'] ?? '';
	return {...own, look: withValue(own.look, form.key, value)};
};
