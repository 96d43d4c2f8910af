import type {DeskDocument, Rule} from '../../domain/desk-document.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {Store} from '../../store/store.ts';

/** Labels that tickets, accounts, rules and templates name. */
export type LabelKind = 'queue' | 'project';

export type NamedLabel = {readonly kind: LabelKind; readonly label: string};

/** The tickets with this label. */
export const ticketsWith = (store: Store, {kind, label}: NamedLabel): readonly string[] =>
	[...store.summaries().values()].filter(one => one[kind] === label).map(one => one.number);

/** The account option that sets it on new tickets. */
export const standardOption = {queue: 'defaultQueue', project: 'defaultProject'} as const;

const names = (rule: Rule, {kind, label}: NamedLabel): boolean =>
	rule.actions.some(({action, value}) => action === kind && value === label);

/** How many tickets and settings name a label: `label-in-use` with the counts when any does. */
export const labelUnused = (store: Store, named: NamedLabel): Result<null> => {
	const {kind, label} = named;
	const {rules, templates} = store.desk();
	const option = standardOption[kind];
	const tickets = ticketsWith(store, named).length;
	const others =
		store.accounts().filter(({account}) => account[option] === label).length +
		rules.filter(rule => names(rule, named)).length +
		templates.filter(template => kind === 'project' && template.project === label).length;
	return tickets + others > 0 ? fail('label-in-use', {label, tickets, others}) : ok(null);
};

/** The rule with another label, or without the action; one that is left with nothing to do is switched off. */
const ruleMoved = (rule: Rule, named: NamedLabel, to: string | null): Rule => {
	if (!names(rule, named)) return rule;
	const actions = rule.actions.flatMap(one => {
		if (one.action !== named.kind || one.value !== named.label) return [one];
		return to === null ? [] : [{...one, value: to}];
	});
	return {...rule, actions, active: rule.active && actions.length > 0};
};

/** The settings with every mention of a label changed to another one, or taken away for null. */
export const settingsMoved = (
	document: DeskDocument,
	named: NamedLabel,
	to: string | null,
): DeskDocument => ({
	...document,
	rules: document.rules.map(rule => ruleMoved(rule, named, to)),
	templates: document.templates.map(template =>
		named.kind === 'project' && template.project === named.label
			? {...template, project: to}
			: template,
	),
});
