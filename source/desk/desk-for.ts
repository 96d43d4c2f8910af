import {addressKey} from '../domain/address.ts';
import {mayDo} from '../domain/agent.ts';
import type {DeskDocument} from '../domain/desk-document.ts';
import {maySee} from '../domain/visibility.ts';
import type {Caller} from './caller.ts';
import type {Core} from './core.ts';

type Looking = Pick<Caller, 'agent' | 'viewer'>;

/** Whether an address is known to the caller from no ticket but private ones of others. */
const isHidden = ({parts}: Core, {viewer}: Looking, address: string): boolean => {
	const key = addressKey(address);
	const about = [...parts.store.summaries().values()].filter(
		({requester}) => addressKey(requester.address) === key,
	);
	return about.length > 0 && about.every(summary => !maySee(summary, viewer));
};

/**
 * The desk's settings as an agent may see them: without the requesters of private tickets among the
 * silenced addresses, and without the log, which is for admins.
 */
export const deskFor = (core: Core, caller: Looking): DeskDocument => {
	const {silenced, log, ...desk} = core.parts.store.desk();
	const shown = silenced?.filter(({address}) => !isHidden(core, caller, address));
	return {
		...desk,
		...(shown === undefined ? {} : {silenced: shown}),
		...(log !== undefined && mayDo(caller.agent.role, 'agents') ? {log} : {}),
	};
};
