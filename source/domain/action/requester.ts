import * as v from 'valibot';
import {addressInput, filledLineInput} from '../clean-input.ts';
import {ok} from '../result.ts';
import {defineAction} from './action.ts';

/** Who calls has a name, and not always an address. */
const nameAlone = v.object({name: filledLineInput(200), address: v.literal('')});

export const requester = defineAction({
	name: 'requester',
	scope: 'one',
	right: 'tickets.edit',
	input: v.object({requester: v.union([addressInput, nameAlone])}),
	apply: (ticket, input) => ok({...ticket, requester: input.requester}),
});
