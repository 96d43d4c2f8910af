import {addressKey} from '../../domain/address.ts';
import {withoutSilence} from '../../domain/automatic/silence.ts';
import {mailboxInput} from '../../domain/clean-input.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {Core} from '../core.ts';
import {checked} from '../request-input.ts';

/** Ends the silence of an address. Problem: `input-invalid` for one that is not silenced. */
export const unsilence = async (core: Core, input: unknown): Promise<Result<null>> => {
	const address = checked(mailboxInput, input);
	if (!address.ok) return address;
	const key = addressKey(address.value);
	const changed = await core.parts.store.changeDesk(document => {
		const {silenced = []} = document;
		return silenced.some(one => addressKey(one.address) === key)
			? ok({...document, silenced: withoutSilence(silenced, key)})
			: fail('input-invalid', {field: 'address', value: address.value});
	});
	if (!changed.ok) return changed;
	core.settingsChanged();
	return ok(null);
};
