import type {Summary} from '../../domain/summary.ts';
import {maySee, summaryFor} from '../../domain/visibility.ts';
import type {Caller} from '../caller.ts';
import type {Core} from '../core.ts';
import type {Row} from '../desk.ts';

/** A summary as this agent may see it, with who else has it open. */
export const rowOf = (core: Core, caller: Caller, summary: Summary): Row => {
	const masked = !maySee(summary, caller.viewer);
	return {
		...summaryFor(summary, caller.viewer),
		masked,
		openBy: core.presence.openBy(summary.number, caller.agent.login),
	};
};
