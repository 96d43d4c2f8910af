import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {test} from 'node:test';
import {problemNames} from '../../source/domain/problem.ts';
import {sayProblem, sayProblemLine} from '../../source/language/problem.ts';
import {createSay, type Language} from '../../source/language/say.ts';

const details = {
	account: 'support',
	action: 'merge',
	agent: 'weber',
	by: 'krause',
	code: 'EACCES',
	field: 'tags',
	found: 3,
	host: 'imap.example.de',
	into: '202611230418',
	known: 2,
	label: 'IT',
	login: 'weber',
	most: 50,
	name: 'fehler.png',
	number: '202611230417',
	path: '/srv/raute',
	queue: 'IT',
	reason: 'parse-timeout',
	right: 'rules',
	size: 32505856,
	text: 'NO denied',
	value: 'x',
	variables: 'FIRMA',
	version: '2.0.0',
};

const page = (language: Language): string => {
	const say = createSay(language);
	const lines = problemNames.flatMap(name => {
		const bare = sayProblem(say, {name, details: {}});
		const full = sayProblem(say, {name, details});
		return [name, `  ${bare.what}`, `  ${full.what}`, `  ${full.still}`, `  ${full.todo}`, ''];
	});
	return lines.join('\n');
};

for (const language of ['de', 'en'] as const) {
	test(`every problem has its three lines in ${language}`, () => {
		const file = new URL(`./problem.${language}.txt`, import.meta.url);
		const actual = page(language);
		if (process.env['UPDATE_GOLDEN'] !== undefined) writeFileSync(file, actual);
		assert.equal(actual, readFileSync(file, 'utf8'));
		assert.doesNotMatch(actual, /[{}[\]]|problem\./u);
	});
}

test('a refused value says what it has to look like, where its field tells', () => {
	const line = (details: Readonly<Record<string, string>>) =>
		sayProblemLine(createSay('de'), {name: 'input-invalid', details});
	assert.match(line({list: 'queues', field: 'label'}), /Nur Buchstaben, höchstens 32/u);
	assert.match(line({list: 'projects', field: 'label'}), /Buchstaben, Ziffern/u);
	assert.match(line({field: 'fromDate'}), /TT\.MM\.JJJJ/u);
	assert.match(line({field: 'project', value: 'X'}), /X.*`raute project list`/u);
	assert.match(line({field: 'bytes'}), /Die Angabe berichtigen/u);
});

test('a private ticket is called so', () => {
	const details = {number: '202611230417', reason: 'private'};
	assert.match(
		sayProblemLine(createSay('de'), {name: 'not-permitted', details}),
		/202611230417 ist privat/u,
	);
});

test('the one-line form says what happened and what to do', () => {
	assert.equal(
		sayProblemLine(createSay('en'), {name: 'recipient-missing', details: {}}),
		'There is no recipient. Enter an address at “To”.',
	);
});

test('a password that a variable should hold is looked for in the environment of the service', () => {
	const line = (text: string) =>
		sayProblemLine(createSay('en'), {name: 'password-missing', details: {account: 'a', text}});
	assert.match(line('$MAIL_PASSWORD'), /raute stop.*raute account set a --password-stdin/u);
	assert.doesNotMatch(line('secrets.json'), /raute stop/u);
});
