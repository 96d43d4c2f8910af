import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	answerSubject,
	forwardSubject,
	numberedSubject,
} from '../../../source/domain/reply/mail-subject.ts';

const number = '202611230001';

const cases: ReadonlyArray<[subject: string, bare: string]> = [
	['Passwort', 'Passwort'],
	['Re: Passwort', 'Passwort'],
	['AW: Re: AW: Passwort', 'Passwort'],
	['Antwort: Re[3]: RE (2): Passwort', 'Passwort'],
	['WG: Fwd: Passwort', 'Passwort'],
	['Re：Passwort', 'Passwort'],
	[`Re: Passwort [#${number}]`, 'Passwort'],
	[`AW: [Ticket #${number}] Passwort`, 'Passwort'],
	[`#${number} Re: Passwort`, 'Passwort'],
	[`Passwort [#${number}] [#${number}]`, 'Passwort'],
	['Re: Passwort [#202511230009]', 'Passwort [#202511230009]'],
	['Regal kaputt', 'Regal kaputt'],
	['Awards: list', 'Awards: list'],
	['Re:', ''],
];

for (const [subject, bare] of cases) {
	test(`an answer to "${subject}" says Re: and the number once`, () => {
		const expected = `Re: ${bare} [#${number}]`.replace('  ', ' ');
		assert.equal(answerSubject(subject, number), expected);
		assert.equal(answerSubject(expected, number), expected);
	});
}

test('a forward says Fwd: and the number once', () => {
	assert.equal(forwardSubject('Re: Fwd: Passwort', number), `Fwd: Passwort [#${number}]`);
});

test('a subject typed by hand gets the number only when it lacks it', () => {
	assert.equal(numberedSubject('Rückfrage', number), `Rückfrage [#${number}]`);
	assert.equal(numberedSubject(`Ticket #${number}: Ja`, number), `Ticket #${number}: Ja`);
	assert.equal(numberedSubject('', number), `[#${number}]`);
});
