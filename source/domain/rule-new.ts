import type {Rule} from './desk-document.ts';

const letters: Readonly<Record<string, string>> = {ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss'};

/** The letters and digits of a title, as an id that people can type. */
const slug = (title: string): string =>
	title
		.toLowerCase()
		.replaceAll(/[äöüß]/gu, letter => letters[letter] ?? letter)
		.normalize('NFD')
		.replaceAll(/\p{M}/gu, '')
		.replaceAll(/[^a-z0-9]+/gu, '-')
		.replaceAll(/^-|-$/gu, '')
		.slice(0, 40) || 'rule';

/** An id for a new rule that no other one has. */
export const freeRuleId = (title: string, rules: readonly Rule[]): string => {
	const taken = new Set(rules.map(({id}) => id.toLowerCase()));
	const base = slug(title);
	let id = base;
	for (let count = 2; taken.has(id); count++) id = `${base}-${count}`;
	return id;
};

/** A rule as it begins: active, behind the others, without conditions and actions. */
export const newRule = (id: string, rules: readonly Rule[]): Rule => ({
	id,
	title: '',
	position: Math.max(0, ...rules.map(({position}) => position)) + 1,
	active: true,
	stop: false,
	conditions: [],
	actions: [],
	hits: 0,
});
