import {ok, type Result} from '../domain/result.ts';
import type {Caller} from './caller.ts';
import type {Core} from './core.ts';
import {personalData} from './personal-data.ts';
import type {Erasure} from './ticket-calls.ts';

/** Removes the tickets that are about this address alone. */
export const eraseAddress = async (
	core: Core,
	caller: Caller,
	input: unknown,
): Promise<Result<Erasure>> => {
	const data = await personalData(core, input);
	if (!data.ok) return data;
	for (const number of data.value.alone) {
		const removed = await core.parts.store.remove(number);
		if (!removed.ok) return removed;
	}
	core.parts.log(`${caller.agent.login} erased ${data.value.alone.length} tickets of an address`);
	return ok({tickets: data.value.alone, files: 0, shared: data.value.shared});
};
