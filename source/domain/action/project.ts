import * as v from 'valibot';
import {findProject} from '../change/action-settings.ts';
import {filledLineInput} from '../clean-input.ts';
import {fail, ok} from '../result.ts';
import {defineAction} from './action.ts';

export const project = defineAction({
	name: 'project',
	scope: 'many',
	right: 'tickets.edit',
	input: v.object({project: v.nullable(filledLineInput(64))}),
	apply: (ticket, input, context) => {
		if (input.project === null) return ok({...ticket, project: null});
		const label = findProject(context.settings, input.project);
		return label === null
			? fail('input-invalid', {field: 'project', value: input.project})
			: ok({...ticket, project: label});
	},
});
