import {addressKey} from '../../domain/address.ts';
import type {Rule} from '../../domain/desk-document.ts';
import {freeRuleId, newRule} from '../../domain/rule/rule-new.ts';
import type {TextKey} from '../../language/say.ts';
import type {Effect} from '../effect/effect.ts';
import {performOnce} from '../effect/perform-once.ts';
import {tryOnTickets} from '../effect/try-rules.ts';
import {keyOf, type Look} from '../part/look.ts';
import {currentItem, draftOf, mayChange, mayUseItem} from '../settings/current.ts';
import {tryRule} from '../settings/rule/rule-trial.ts';
import {tabNamed} from '../settings/tab-list.ts';
import type {Reaction} from '../state/overlay-state.ts';
import {hasRight} from '../state/right.ts';
import type {State} from '../state/state.ts';
import type {Words} from '../state/undo-state.ts';
import {canActOn, canActOnOne, current, type Target, targets} from './target.ts';
import {defineVerb, type Verb} from './verb.ts';

/** Regeln anwenden: first what would change, then the question, then one change with one way back. */
export const applyRulesTo = (found: readonly Target[]): Effect => ({
	type: 'run',
	run: context =>
		tryOnTickets(
			context,
			found.map(({number}) => number),
			numbers => {
				const hit = new Set(numbers);
				const steps = found
					.filter(({number}) => hit.has(number))
					.map(({number}) => ({number, action: 'applyRules', input: {}}));
				// On other tickets it would have to be asked anew.
				return {effects: [performOnce({key: 'done.applyRules'}, steps)]};
			},
		),
});

const senderIn = (words: Words | undefined): string | null => {
	const sender = words?.params?.['sender'];
	return words?.key === 'rules.offer' && typeof sender === 'string' ? sender : null;
};

/** The sender that the message in the status line offers a rule for, after spam. */
const offeredSender = ({toast}: State): string | null => {
	const offer = toast?.words?.params?.['offer'];
	return typeof offer === 'object' && 'key' in offer ? senderIn(offer) : null;
};

/** What the message after `spam` offers: a rule for the sender, where all came from one. */
export const senderOffer = (state: State, look: Look, found: readonly Target[]): Words | null => {
	const senders = new Set(found.map(({requester}) => addressKey(requester.address)));
	const [sender = ''] = senders;
	const key = keyOf(look, 'senderRule');
	return senders.size === 1 && sender !== '' && key !== '' && hasRight(state, 'rules') === true
		? {key: 'rules.offer', params: {key, sender}}
		: null;
};

const canWriteRule = (state: State): true | TextKey => {
	const may = hasRight(state, 'rules');
	if (may !== true) return may;
	return offeredSender(state) === null ? canActOnOne('tickets.read')(state) : true;
};

/** The form of a new rule for the sender of the ticket, or of the spam that was just put away. */
const writeRule = (state: State): Reaction => {
	const offered = offeredSender(state);
	const sender = offered ?? current(state)?.requester.address ?? '';
	const rules = state.me?.desk.rules ?? [];
	const rule: Rule = {
		...newRule(freeRuleId(sender, rules), rules),
		title: sender,
		conditions: [{field: 'sender', pattern: sender}],
		actions: offered === null ? [] : [{action: 'spam', value: ''}],
	};
	return {events: [{type: 'form-opened', tab: 'rules', key: null, item: rule}]};
};

const tryItem = (state: State): Reaction => {
	const rule = currentItem(state) as Rule;
	return {
		events: [{type: 'form-opened', tab: 'rules', key: rule.id}],
		effects: [{type: 'run', run: context => tryRule(context, rule)}],
	};
};

/** The rule of the open form, as it is typed now. */
const tryDraft = (state: State): Reaction => {
	const {form} = state.settings;
	const draft = form === null ? null : draftOf(state, form);
	if (draft === null) return {};
	const rule = tabNamed('rules').read(draft) as Rule;
	return {effects: [{type: 'run', run: context => tryRule(context, rule)}]};
};

const scopes = ['list', 'ticket'] as const;

/** What one does with rules, beside editing them as other settings. */
export const ruleVerbs: readonly Verb[] = [
	defineVerb({
		name: 'applyRules',
		group: 'ticket',
		scopes,
		available: canActOn('tickets.edit'),
		run: state => ({effects: [applyRulesTo(targets(state))]}),
	}),
	defineVerb({
		name: 'senderRule',
		group: 'ticket',
		scopes,
		available: canWriteRule,
		run: writeRule,
	}),
	defineVerb({
		name: 'tryRule',
		group: 'settings',
		scopes: ['settings'],
		tab: 'rules',
		hint: {settings: 45},
		available: mayUseItem,
		run: tryItem,
	}),
	defineVerb({
		name: 'tryRuleForm',
		group: 'settings',
		scopes: ['form'],
		tab: 'rules',
		hint: {form: 20},
		available: state => mayChange(state),
		run: tryDraft,
	}),
];
