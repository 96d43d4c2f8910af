import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	fillTemplate,
	hasClosing,
	templateValues,
	templateVariables,
	unfilledIn,
	variablesIn,
} from '../../../source/domain/template/template.ts';
import {anAccount, anAgent, aTicket, person} from '../sample.ts';

const values = templateValues({
	ticket: aTicket(),
	agent: {...anAgent('anna'), name: 'Anna Weber'},
	account: anAccount(),
});

test('variables are filled in German and English, whatever their case', () => {
	const cases: ReadonlyArray<readonly [string, string]> = [
		['{ANREDE},', 'Guten Tag Jörg Übelacker,'],
		['{Salutation},', 'Hello Jörg Übelacker,'],
		['{GRUSSWORT}', 'Mit freundlichen Grüßen'],
		['{closing}', 'Kind regards'],
		['{MITARBEITER}/{AGENT}', 'Anna Weber/Anna Weber'],
		['#{TICKET}', '#202611230001'],
		['{BETREFF}: {Subject}', 'Passwort zurücksetzen: Passwort zurücksetzen'],
		['{NAME}', 'Jörg Übelacker'],
	];
	for (const [text, filled] of cases)
		assert.deepEqual(fillTemplate(text, values), {text: filled, unknown: []});
	for (const name of templateVariables) assert.ok(Object.hasOwn(values, name), name);
});

test('unknown variables stay as they are and are named once', () => {
	const {text, unknown} = fillTemplate('{FIRMA} {Name} {FIRMA} {Straße}', values);
	assert.equal(text, '{FIRMA} Jörg Übelacker {FIRMA} {Straße}');
	assert.deepEqual(unknown, ['{FIRMA}', '{Straße}']);
});

test('what a customer wrote into his subject or name is not read as a variable', () => {
	const ticket = aTicket({subject: 'Fehler {AGENT} $&', requester: person('a@b.de', '{TICKET}')});
	const given = templateValues({ticket, agent: null, account: null});
	assert.equal(fillTemplate('{BETREFF} {NAME}', given).text, 'Fehler {AGENT} $& {TICKET}');
});

test('paths, shells and other people’s templates are no variables', () => {
	const shell = '$'.concat('{HOME}');
	assert.deepEqual(variablesIn(`/users/{id} ${shell} {{NAME}} { NAME } {} {1} {return}`), []);
	assert.deepEqual(variablesIn('{name} {Firma}'), ['{name}', '{Firma}']);
});

test('unfilled variables count in what we wrote, not in what we quote', () => {
	assert.deepEqual(unfilledIn('Hallo {FIRMA}\n\nAm 1. schrieb K:\n> {NAME}'), ['{FIRMA}']);
	assert.deepEqual(unfilledIn('Hallo\n\n-- \n{FIRMA}'), ['{FIRMA}']);
});

test('without a name the greeting stands alone, without an agent the account signs', () => {
	const ticket = aTicket({requester: person('a@b.de')});
	const given = templateValues({ticket, agent: null, account: anAccount()});
	assert.equal(fillTemplate('{ANREDE}, {NAME}', given).text, 'Guten Tag, a@b.de');
	assert.equal(given['MITARBEITER'], 'Support');
	const nameless = templateValues({ticket, agent: null, account: anAccount({name: ''})});
	assert.equal(nameless['AGENT'], 'support@firma.example');
});

test('a template that closes by itself says so', () => {
	assert.ok(hasClosing('x\n{Grusswort}'));
	assert.ok(hasClosing('x\n{CLOSING}'));
	assert.ok(!hasClosing('x {AGENT}'));
});
