import type {Account} from '../../domain/account/account.ts';
import type {TextKey} from '../../language/say.ts';
import type {EffectContext} from '../effect/context.ts';
import {connectAccount, discoverForm, signInAccount} from '../settings/account/account-run.ts';
import {currentItem, draftOf, mayChange} from '../settings/current.ts';
import {tabNamed} from '../settings/tab-list.ts';
import type {UiEvent} from '../state/event.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {defineVerb, type Verb} from './verb.ts';

/** The account under the cursor, or the one that the form describes as it is typed now. */
const accountIn = (state: State): Account | undefined => {
	const {form} = state.settings;
	const draft = form === null ? null : draftOf(state, form);
	return draft === null
		? (currentItem(state) as Account | undefined)
		: (tabNamed('accounts').read(draft) as Account);
};

const canAsk = (state: State): true | TextKey =>
	accountIn(state) === undefined ? 'reason.noItem' : mayChange(state);

const canSignIn = (state: State): true | TextKey =>
	accountIn(state)?.password.kind === 'oauth2' ? canAsk(state) : 'reason.noOAuth';

type Run = (context: EffectContext, account: Account) => Promise<readonly UiEvent[]>;

/** From the list the form opens as well: what comes of it is shown there. */
const start =
	(run: Run) =>
	(state: State): Reaction => {
		const account = accountIn(state);
		if (account === undefined) return {};
		const isOpen = state.settings.form !== null;
		return {
			events: isOpen ? [] : [{type: 'form-opened', tab: 'accounts', key: account.id}],
			effects: [{type: 'run', run: context => run(context, account)}],
		};
	};

const list = {group: 'settings', scopes: ['settings'], tab: 'accounts'} as const;
const form = {group: 'settings', scopes: ['form'], tab: 'accounts'} as const;

/** What one does with an account beside editing it. */
export const accountVerbs: readonly Verb[] = [
	defineVerb({
		...list,
		name: 'connectAccount',
		hint: {settings: 5},
		available: canAsk,
		run: start(connectAccount),
	}),
	defineVerb({
		...list,
		name: 'signInAccount',
		hint: {settings: 15},
		available: canSignIn,
		run: start(signInAccount),
	}),
	defineVerb({
		...form,
		name: 'connectForm',
		hint: {form: 15},
		available: canAsk,
		run: start(connectAccount),
	}),
	defineVerb({
		...form,
		name: 'discoverForm',
		hint: {form: 16},
		available: canAsk,
		run: start(discoverForm),
	}),
	defineVerb({
		...form,
		name: 'signInForm',
		hint: {form: 17},
		available: canSignIn,
		run: start(signInAccount),
	}),
];
