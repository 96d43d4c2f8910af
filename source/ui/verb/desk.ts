import {hasRight} from '../state/right.ts';
import {current} from './target.ts';
import {defineVerb, type Verb} from './verb.ts';

const scopes = ['list', 'ticket'] as const;

const everywhere = ['list', 'ticket', 'compose', 'review', 'settings', 'form'] as const;

export const deskVerbs: readonly Verb[] = [
	defineVerb({
		name: 'copyNumber',
		group: 'general',
		scopes,
		available: state => (current(state) === null ? 'reason.noTicket' : true),
		run: state => {
			const text = current(state)?.number ?? '';
			return {effects: [{type: 'copy', text, label: {key: 'done.copied', params: {text}}}]};
		},
	}),
	defineVerb({
		name: 'copyAddress',
		group: 'general',
		scopes,
		available: state =>
			(current(state)?.requester.address ?? '') === '' ? 'reason.noAddress' : true,
		run: state => {
			const text = current(state)?.requester.address ?? '';
			return {effects: [{type: 'copy', text, label: {key: 'done.copied', params: {text}}}]};
		},
	}),
	defineVerb({
		name: 'fetch',
		group: 'general',
		scopes,
		available: state => hasRight(state, 'tickets.edit'),
		run: () => ({effects: [{type: 'import'}]}),
	}),
	defineVerb({
		name: 'redraw',
		group: 'general',
		scopes: everywhere,
		run: () => ({effects: [{type: 'redraw'}]}),
	}),
	defineVerb({
		name: 'suspend',
		group: 'general',
		scopes: [...scopes, 'settings'],
		run: () => ({effects: [{type: 'suspend'}]}),
	}),
];
