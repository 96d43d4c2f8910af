import type {IntakeDocument} from '../../domain/receive/intake-document.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {Caller} from '../caller.ts';
import type {Core} from '../core.ts';
import {accountsFor} from '../settings/accounts.ts';

/** Whether a mail that became no message concerns an agent: not when its account is for others alone. */
export const seesIntake = (core: Core, caller: Caller, {origin}: IntakeDocument): boolean =>
	!core.parts.store.accounts().some(({account}) => account.id === origin.account) ||
	accountsFor(core, caller).some(({id}) => id === origin.account);

/** Problem `not-permitted` for such a mail. One that is not there is left to who looks for it. */
export const mayTouchIntake = async (
	core: Core,
	caller: Caller,
	id: string,
): Promise<Result<null>> => {
	const all = await core.parts.store.intakes();
	if (!all.ok) return all;
	const found = all.value.find(one => one.id === id);
	return found === undefined || seesIntake(core, caller, found) ? ok(null) : fail('not-permitted');
};
