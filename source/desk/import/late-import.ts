import {type Account, type AccountDocument, importable} from '../../domain/account/account.ts';
import type {LateImport} from '../../domain/job-report.ts';
import type {Caller} from '../caller.ts';
import type {Core} from '../core.ts';
import type {Loops} from '../loops.ts';
import {accountsFor} from '../settings/accounts.ts';
import {nextExpected} from './job-schedule.ts';

/** Milliseconds that a pass may take beyond its time before its account counts as late. */
const grace = 2 * 60_000;

export type LateWatch = {
	/** Every account that is late now. */
	readonly look: () => readonly LateImport[];
	/** The same as one agent may see it: without the names of accounts that are not for him. */
	readonly lookFor: (caller: Pick<Caller, 'agent'>) => readonly LateImport[];
	/** Tells the clients when it has changed. */
	readonly tell: () => void;
};

type Seen = {readonly settings: string; readonly at: number};

/**
 * Which accounts have had no success for longer than the active jobs allow and a grace beyond it. One
 * that is new, or whose settings or jobs have just changed, is given the grace anew; one whose pass is
 * getting on is not late.
 */
export const createLateWatch = (
	core: Core,
	importer: Pick<Loops['importer'], 'running'>,
): LateWatch => {
	const {store, clock} = core.parts;
	const seen = new Map<string, Seen>();

	const since = (account: Account): number => {
		const settings = JSON.stringify([account, store.desk().jobs]);
		const known = seen.get(account.id);
		if (known?.settings === settings) return known.at;
		seen.set(account.id, {settings, at: clock.now()});
		return clock.now();
	};

	const isLate = ({account, state}: AccountDocument): boolean => {
		const now = clock.now();
		const first = since(account);
		const last = state.lastSuccess === undefined ? first : Date.parse(state.lastSuccess);
		const moves = importer
			.running()
			.some(pass => pass.account === account.id && now - Date.parse(pass.at) <= grace);
		return !moves && now > first + grace && now > nextExpected(store.desk().jobs, last) + grace;
	};

	const look = (): readonly LateImport[] =>
		store
			.accounts()
			.filter(({account}) => importable(account))
			.filter(isLate)
			.map(({account, state}) => ({account: account.id, since: state.lastSuccess ?? null}));

	const lookFor: LateWatch['lookFor'] = caller => {
		const visible = new Set(accountsFor(core, caller).map(({id}) => id));
		return look().map(one => (visible.has(one.account) ? one : {...one, account: ''}));
	};

	let told = JSON.stringify(look());
	return {
		look,
		lookFor,
		tell: () => {
			const now = JSON.stringify(look());
			if (now !== told) core.tell(agent => ({kind: 'late', late: lookFor({agent})}));
			told = now;
		},
	};
};
