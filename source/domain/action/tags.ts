import * as v from 'valibot';
import {filledLineInput} from '../clean-input.ts';
import {fail, ok} from '../result.ts';
import {changeTags} from '../tag.ts';
import {defineAction} from './action.ts';

const mostTags = 50;

const tag = v.pipe(filledLineInput(40), v.excludes(','));

export const tags = defineAction({
	name: 'tags',
	scope: 'many',
	right: 'tickets.edit',
	input: v.object({
		add: v.optional(v.pipe(v.array(tag), v.maxLength(mostTags)), []),
		remove: v.optional(v.pipe(v.array(tag), v.maxLength(mostTags)), []),
	}),
	apply: (ticket, input) => {
		const changed = changeTags(ticket, input);
		return changed.tags.length > mostTags
			? fail('input-invalid', {field: 'tags', most: mostTags})
			: ok(changed);
	},
});
