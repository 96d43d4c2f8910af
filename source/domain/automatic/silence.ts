import {addressKey} from '../address.ts';

/** An address that gets no automatic mail for a while, and why. Kept in `desk.json`. */
export type Silence = {
	readonly address: string;
	/** ISO time. */
	readonly until: string;
	/** A hard bounce (5.1.1), or more automatic mail than the caps allow. */
	readonly reason: 'bounce' | 'loop';
};

/** Most that are kept: the newest. A flood of bounces must not blow the settings up. */
const most = 5000;

/** The silence that holds for an address now, null for none. `now` is ISO. */
export const silenceOf = (
	silenced: readonly Silence[],
	address: string,
	now: string,
): Silence | null => {
	const key = addressKey(address);
	return silenced.find(one => addressKey(one.address) === key && one.until > now) ?? null;
};

/** The list with one more; ended ones are dropped, and of two for an address the longer stays. */
export const withSilence = (
	silenced: readonly Silence[],
	added: Silence,
	now: string,
): readonly Silence[] => {
	const known = silenceOf(silenced, added.address, now);
	if (known !== null && known.until >= added.until) return silenced;
	const key = addressKey(added.address);
	const others = silenced.filter(one => one.until > now && addressKey(one.address) !== key);
	return [...others, added].slice(-most);
};

/** The list without one address. */
export const withoutSilence = (
	silenced: readonly Silence[],
	address: string,
): readonly Silence[] => {
	const key = addressKey(address);
	return silenced.filter(one => addressKey(one.address) !== key);
};
