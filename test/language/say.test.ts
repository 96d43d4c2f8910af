import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {createSay, type Language} from '../../source/language/say.ts';

type Entry = string | Record<string, string>;

const textsOf = (language: Language) =>
	JSON.parse(
		readFileSync(new URL(`../../data/language/${language}.json`, import.meta.url), 'utf8'),
	) as Record<string, Entry>;

const formsOf = (entry: Entry | undefined): string[] =>
	typeof entry === 'string' ? [entry] : Object.values(entry ?? {});

const placeholdersOf = (entry: Entry | undefined): string[] =>
	[
		...new Set(
			formsOf(entry).flatMap(form =>
				[...form.matchAll(/\{(\w+)\}/gu)].map(match => match[1] ?? ''),
			),
		),
	].sort();

test('both languages have the same keys, in alphabetical order', () => {
	const german = Object.keys(textsOf('de'));
	assert.deepEqual(german, Object.keys(textsOf('en')));
	assert.deepEqual(german, german.toSorted());
});

test('a text has the same placeholders in both languages', () => {
	const german = textsOf('de');
	const different = Object.entries(textsOf('en'))
		.filter(([key, text]) => String(placeholdersOf(text)) !== String(placeholdersOf(german[key])))
		.map(([key]) => key);
	assert.deepEqual(different, []);
});

test('no text is empty, and plural texts have the forms that the language needs', () => {
	for (const language of ['de', 'en'] as const) {
		const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
		for (const [key, entry] of Object.entries(textsOf(language))) {
			assert.ok(
				formsOf(entry).every(form => form.trim() !== ''),
				key,
			);
			if (typeof entry !== 'string') assert.deepEqual(Object.keys(entry).toSorted(), forms, key);
		}
	}
});

test('n chooses the plural form and is grouped from five digits on', () => {
	const say = createSay('de');
	assert.equal(say('count.tickets', {n: 1}), '1 Ticket');
	assert.equal(say('count.tickets', {n: 0}), '0 Tickets');
	assert.equal(say('count.tickets', {n: 6530}), '6530 Tickets');
	assert.equal(say('count.tickets', {n: 12804}), '12.804 Tickets');
	assert.equal(createSay('en')('count.tickets', {n: 12804}), '12,804 tickets');
});

test('an optional part stands only when its value is there', () => {
	const say = createSay('en');
	assert.equal(say('problem.ticket-missing.what', {}), 'There is no ticket.');
	assert.equal(say('problem.ticket-missing.what', {number: '7'}), 'There is no ticket 7.');
});

test('a value that looks like a placeholder is not filled again', () => {
	const say = createSay('en');
	assert.equal(
		say('problem.ticket-missing.what', {number: '{by}', by: 'x'}),
		'There is no ticket {by}.',
	);
});

test('words that end with a full stop bring the one of their sentence along', () => {
	const line = (text: string) =>
		createSay('en')('problem.sign-in-refused.what', {host: 'a.example', text});
	assert.match(line('Authentication failed.'), /: Authentication failed\.$/u);
	assert.equal(line('Authentication failed.'), line('Authentication failed'));
});
