import type {OutboxItem} from '../../desk/desk.ts';
import type {IntakeDocument} from '../../domain/receive/intake-document.ts';
import type {EffectContext} from '../effect/context.ts';
import {performOnce} from '../effect/perform-once.ts';
import {problemToast, toast} from '../effect/toast.ts';
import {currentItem, mayUseItem} from '../settings/current.ts';
import {quarantineAgain} from '../settings/tab/quarantine.ts';
import type {UiEvent} from '../state/event.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {defineVerb, type Verb} from './verb.ts';

type Answer = (context: EffectContext) => Promise<readonly UiEvent[]>;

const held =
	(answer: (document: IntakeDocument) => Answer) =>
	(state: State): Reaction => {
		const run = answer(currentItem(state) as IntakeDocument);
		return {
			effects: [
				{
					type: 'run',
					run: async context => [...(await run(context)), ...(await quarantineAgain(context))],
				},
			],
		};
	};

/** Reads it again: a mail that can be read now becomes what it would have been. */
const retry = held(({id}) => async ({desk}) => {
	const again = await desk.retryIntake(id);
	if (!again.ok) return [problemToast(again.problem)];
	const {number, result} = again.value;
	return result === 'quarantined' || number === null
		? [toast('warn', {key: 'settings.quarantine.still'})]
		: [toast('ok', {key: 'settings.quarantine.taken', params: {number}})];
});

const accept = held(({id}) => async ({desk}) => {
	const made = await desk.acceptIntake(id);
	if (!made.ok) return [problemToast(made.problem)];
	return [
		toast('ok', {key: 'settings.quarantine.taken', params: {number: made.value.number ?? ''}}),
	];
});

const save = held(({id}) => async ({desk, ports}) => {
	const raw = await desk.intakeRaw(id);
	const saved = raw.ok ? await ports.saveFile(`~/mail-${id}.eml`, raw.value) : raw;
	return saved.ok
		? [toast('ok', {key: 'done.saved', params: {path: saved.value}})]
		: [problemToast(saved.problem)];
});

/** The steps of the outbox: try now, or take back into a draft. */
const deliver =
	(action: 'retrySend' | 'callBack') =>
	(state: State): Reaction => {
		const {number, message} = currentItem(state) as OutboxItem;
		const step = {number, action, input: {message}};
		return {effects: [performOnce({key: `done.${action}`}, [step])]};
	};

const inQuarantine = {group: 'settings', scopes: ['settings'], tab: 'quarantine'} as const;
const inOutbox = {group: 'settings', scopes: ['settings'], tab: 'outbox'} as const;

/** What one does with mails that are held: those that cannot be read, and those that wait to leave. */
export const heldVerbs: readonly Verb[] = [
	defineVerb({
		...inQuarantine,
		name: 'retryIntake',
		hint: {settings: 5},
		available: mayUseItem,
		run: retry,
	}),
	defineVerb({
		...inQuarantine,
		name: 'acceptIntake',
		hint: {settings: 6},
		available: mayUseItem,
		run: accept,
	}),
	defineVerb({
		...inQuarantine,
		name: 'saveIntake',
		hint: {settings: 7},
		available: mayUseItem,
		run: save,
	}),
	defineVerb({
		...inOutbox,
		name: 'deliverNow',
		hint: {settings: 5},
		available: mayUseItem,
		run: deliver('retrySend'),
	}),
	defineVerb({
		...inOutbox,
		name: 'callBack',
		hint: {settings: 6},
		available: mayUseItem,
		run: deliver('callBack'),
	}),
];
