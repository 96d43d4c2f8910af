import {fail, ok, type Result} from '../../domain/result.ts';
import {deskInput} from '../../domain/settings/settings-input.ts';
import type {Core} from '../core.ts';
import {checked} from '../request-input.ts';

/**
 * Replaces single values of the desk's settings; lists are changed item by item (`settings-list.ts`).
 * Problems: `input-invalid`, `account-unknown`.
 */
export const saveDesk = async (core: Core, input: unknown): Promise<Result<null>> => {
	const values = checked(deskInput, input);
	if (!values.ok) return values;
	const {defaultAccount: account} = values.value;
	if (account && !core.parts.store.accounts().some(one => one.account.id === account))
		return fail('account-unknown', {account});
	const saved = await core.parts.store.changeDesk(document => ok({...document, ...values.value}));
	if (!saved.ok) return saved;
	core.settingsChanged();
	return ok(null);
};
