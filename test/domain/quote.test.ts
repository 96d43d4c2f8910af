import assert from 'node:assert/strict';
import {test} from 'node:test';
import {quoteSegments, writtenText} from '../../source/domain/quote.ts';

const cases: ReadonlyArray<[what: string, text: string, kinds: string]> = [
	['plain text', 'Hallo\n\nGruß', 'ttt'],
	['quoted lines at the end', 'Ja\n\n> Kommt ihr?\n> Gruß', 'ttqq'],
	[
		'a German attribution',
		'Ja\n\nAm 23.11.2026 um 10:00 schrieb A <a@x.de>:\n\n> Kommt ihr?',
		'ttqqq',
	],
	[
		'an English attribution',
		'Yes\nOn Mon, Nov 23, 2026 at 10:00 AM A <a@x.de> wrote:\n> Hm',
		'tqq',
	],
	[
		'an attribution over two lines',
		'Yes\nOn Mon, Nov 23, 2026 at 10:00 AM Anna\n<a@x.de> wrote:\n> Hm',
		'tqqq',
	],
	['an attribution without quote', 'Am Montag schrieb ich dir:\nKomm bitte', 'tt'],
	['answers between quotes', '> Kommt ihr?\nJa\n> Wann?\nUm drei', 'qtqt'],
	[
		'Outlook in German',
		'Ja\n\nVon: A <a@x.de>\nGesendet: Montag\nAn: B\nBetreff: X\n\nKommt ihr?',
		'ttqqqqqq',
	],
	['Outlook with a mark', 'Ja\n-----Ursprüngliche Nachricht-----\nVon: A\n\nHm', 'tqqqq'],
	['a forward', 'FYI\n\n---------- Forwarded message ---------\nFrom: A\nHm', 'ttqqq'],
	['a signature', 'Ja\n-- \nFirma\nTel 1', 'tsss'],
	['a signature above a quote', 'Ja\n-- \nFirma\n\n> Hm', 'tsssq'],
	['Von: in running text', 'Von: Berlin\nNach: Bonn', 'tt'],
];

for (const [what, text, kinds] of cases) {
	test(`${what} is cut as ${kinds} and loses nothing`, () => {
		const segments = quoteSegments(text);
		assert.equal(segments.flatMap(one => one.lines.map(() => one.kind[0])).join(''), kinds);
		assert.equal(segments.flatMap(one => one.lines).join('\n'), text);
	});
}

test('the written text is what is neither quoted nor signature', () => {
	assert.equal(writtenText('Ja\n> Hm\nUnd nein\n-- \nFirma'), 'Ja\nUnd nein');
});

test('a long mail without quotes is cut in reasonable time', () => {
	const text = `${'Am Ende '.repeat(40)}\n`.repeat(2000);
	assert.equal(quoteSegments(text).length, 1);
});
