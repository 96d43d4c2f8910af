import {ok} from '../../../domain/result.ts';
import type {Values} from '../../settings/form/field.ts';
import {lookOptions, withValue} from '../../settings/tab/look.ts';
import {defineTab} from '../../settings/tab.ts';

/** Step 1: the language of the screen; it changes while one chooses. */
export const languageStep = defineTab<Values>({
	name: 'setup-language',
	right: null,
	items: () => [],
	keyOf: () => '',
	titleOf: () => ({key: 'setup.language'}),
	columns: [],
	blank: ({own}) => ({language: own.look.language ?? ''}),
	values: item => item,
	fields: () => [
		{
			kind: 'choice',
			name: 'language',
			label: 'settings.look.language',
			help: 'settings.look.languageHelp',
			options: lookOptions.language,
		},
	],
	read: ({values}) => values,
	save: async ({ports, store}, values) => {
		const {own} = store.state();
		const look = withValue(own.look, 'language', values['language'] ?? '');
		const saved = await ports.saveLook({language: look.language});
		if (!saved.ok) return saved;
		store.dispatch({type: 'own-changed', own: {...own, look}});
		return ok(null);
	},
});
