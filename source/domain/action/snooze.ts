import * as v from 'valibot';
import {timeInput} from '../clean-input.ts';
import {fail, ok} from '../result.ts';
import {defineAction} from './action.ts';

/** Wiedervorlage: out of the inbox until a time ahead, or (null) back at once. */
export const snooze = defineAction({
	name: 'snooze',
	scope: 'many',
	right: 'tickets.edit',
	input: v.object({until: v.nullable(timeInput)}),
	apply: (ticket, {until}, {now}) =>
		until !== null && until <= now
			? fail('input-invalid', {field: 'until', value: until})
			: ok({...ticket, snoozedUntil: until}),
});
