import type {Job} from '../../domain/desk-document.ts';
import {problemToast, toast} from '../effect/toast.ts';
import {currentItem, mayChange, mayUseItem} from '../settings/current.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {defineVerb, type Verb} from './verb.ts';

/** Runs the job under the cursor; the answer comes when its passes are through. */
const run = (state: State): Reaction => {
	const {id, name} = currentItem(state) as Job;
	return {
		events: [toast('ok', {key: 'settings.jobs.started', params: {name}})],
		effects: [
			{
				type: 'run',
				run: async ({desk}) => {
					const ran = await desk.runJob(id);
					if (!ran.ok) return [problemToast(ran.problem)];
					const n = ran.value.reduce((sum, pass) => sum + pass.imported + pass.followUps, 0);
					const failed = ran.value.filter(pass => !pass.ok).map(pass => pass.account);
					return failed.length === 0
						? [toast('ok', {key: 'settings.jobs.ran', params: {name, n}})]
						: [toast('warn', {key: 'settings.jobs.failed', params: {accounts: failed.join(', ')}})];
				},
			},
		],
	};
};

const stop = (): Reaction => ({
	effects: [
		{
			type: 'run',
			run: async ({desk}) => {
				const stopped = await desk.stopImport();
				return [
					stopped.ok ? toast('ok', {key: 'settings.jobs.stopped'}) : problemToast(stopped.problem),
				];
			},
		},
	],
});

const place = {group: 'settings', scopes: ['settings'], tab: 'jobs'} as const;

/** What one does with a schedule beside editing it. */
export const jobVerbs: readonly Verb[] = [
	defineVerb({...place, name: 'runJob', hint: {settings: 5}, available: mayUseItem, run}),
	defineVerb({
		...place,
		name: 'stopImport',
		hint: {settings: 15},
		available: mayChange,
		run: stop,
	}),
];
