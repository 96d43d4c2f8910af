import * as v from 'valibot';
import {accountInput} from '../../domain/settings/settings-input.ts';
import type {EffectContext} from '../effect/context.ts';
import {dateValue, textValue} from '../settings/form/field.ts';
import {valuesOf} from '../settings/form/values-of.ts';
import type {State} from '../state/state.ts';
import type {AccountNote} from './account-note.ts';
import {discoverServers} from './save-account.ts';
import {keptOf} from './setup-state.ts';
import {askedFor, importAccount, setupAccount} from './step/import.ts';

/** Whether the screen begins with the wizard: asked for, offered on an empty desk, or not at all. */
export type SetupStart = 'now' | 'offer';

/** Nothing to work with yet, and a person who may change that. */
const isBare = ({me, list, settings}: State): boolean =>
	me?.rights.includes('accounts') === true &&
	me.accounts.length === 0 &&
	list.counts?.archive === 0 &&
	!settings.isOpen;

/** Opens the wizard at the start of the screen, where it was left. */
const watchStart = ({store, ports}: EffectContext, start: SetupStart): (() => void) => {
	let isDone = false;
	const open = async () => {
		const kept = await ports.keptSetup();
		if (start === 'now' || kept?.declined !== true) store.dispatch({type: 'setup-opened', kept});
	};
	const look = () => {
		const state = store.state();
		const isKnown = start === 'now' ? state.me !== null : state.list.loaded && state.me !== null;
		if (isDone || !isKnown) return;
		isDone = true;
		if (start === 'now' || isBare(state)) void open();
	};
	return store.subscribe(look);
};

/** Looks for the servers as soon as the person has left the field of the address. */
const watchAddress = (context: EffectContext): (() => void) => {
	const {store} = context;
	return store.subscribe(() => {
		const {form, notes} = store.state().settings;
		if (form?.tab !== 'setup-account' || form.focus === 'address' || form.saving) return;
		const values = valuesOf(form);
		const address = textValue(values['address']);
		const known = notes['setup-account'] as AccountNote | undefined;
		if (known?.address === address || !v.is(accountInput.entries.address, address)) return;
		if (values['imapHost'] === '' || values['smtpHost'] === '')
			void discoverServers(context, values);
	});
};

/** A date is counted so long after the last key. */
const quietMilliseconds = 400;

/** Asks how many mails the import would take, again whenever the date is another one. */
const watchCount = (context: EffectContext): (() => void) => {
	const {store, desk} = context;
	let timer: NodeJS.Timeout | undefined;
	let wanted: string | null = null;
	const ask = async (asked: string) => {
		const {form} = store.state().settings;
		const {me, setup} = store.state();
		const account = setupAccount(me?.accounts ?? [], setup.values.account?.['address']);
		if (form?.tab !== 'setup-import' || account === null) return;
		const answer = await desk.testAccount(importAccount(account, valuesOf(form), ''), null);
		const value = answer.ok
			? {
					asked,
					counts: answer.value.counts,
					problem: answer.value.imap?.problem ?? answer.value.folderProblem,
				}
			: {asked, counts: null, problem: answer.problem};
		// A slow answer about another date must not replace that about the one in the form.
		if (asked !== wanted) return;
		store.dispatch({type: 'settings-noted', tab: 'setup-import', value});
	};
	const stop = store.subscribe(() => {
		const {form} = store.state().settings;
		const values = form?.tab === 'setup-import' ? valuesOf(form) : null;
		const asked = values === null ? null : askedFor(values);
		if (asked === wanted) return;
		wanted = asked;
		clearTimeout(timer);
		if (asked === null || (asked !== '' && dateValue(asked) === null)) return;
		timer = setTimeout(() => void ask(asked), quietMilliseconds);
	});
	return () => {
		clearTimeout(timer);
		stop();
	};
};

/** Keeps where the wizard stands, so that it goes on there after whatever ends it. */
const watchKept = ({store, ports}: EffectContext): (() => void) => {
	let seen = store.state().setup;
	let kept = JSON.stringify(keptOf(seen));
	return store.subscribe(() => {
		const {setup} = store.state();
		if (setup === seen) return;
		seen = setup;
		const next = JSON.stringify(keptOf(setup));
		if (next === kept) return;
		kept = next;
		ports.keepSetup(keptOf(setup));
	});
};

/** Everything that goes on beside the wizard. */
export const watchSetup =
	(start: SetupStart) =>
	(context: EffectContext): (() => void) => {
		const stops = [
			watchStart(context, start),
			watchAddress(context),
			watchCount(context),
			watchKept(context),
		];
		return () => {
			for (const stop of stops) stop();
		};
	};
