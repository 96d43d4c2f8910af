import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';
import {renderScreen} from '../render.tsx';

for (const [language, says, choice] of [
	['de', '! »is:typo« sagt nichts', /^ ist: ungelesen prio frei/],
	['en', '! “is:typo” means nothing', /^ is: unread prio unassigned/],
] as const)
	test(`the filter line says at once which word is not understood (${language})`, async () => {
		const screen = await renderScreen({language});
		try {
			await screen.press('/', 'prio is:typo');
			const typed = (await screen.frame()).split('\n');
			assert.match(typed.at(-2) ?? '', /Filter: prio is:typo/);
			assert.ok(typed.at(-2)?.endsWith(says), typed.at(-2));
			assert.match(typed.at(-1) ?? '', choice);
			// The rest of the filter is in force.
			assert.ok(typed.some(line => line.includes('Angebot Nr. 77')));
			assert.ok(!typed.some(line => line.includes('Passwort')));
			await screen.press('enter');
			assert.ok((await screen.frame()).split('\n').at(-2)?.includes(says));
		} finally {
			await screen.close();
		}
	});

test('half a word is not blamed while it is typed, and no field of that name is', async () => {
	const screen = await renderScreen();
	try {
		await screen.press('/', 'is:unr');
		assert.doesNotMatch(await screen.frame(), /sagt nichts/);
		await screen.press('ctrl+u', 'queu:x');
		assert.match(await screen.frame(), /»queu:x« sagt nichts[\s\S]*Felder: von betreff/);
	} finally {
		await screen.close();
	}
});

test('a search of the help that finds nothing says so', async () => {
	const screen = await renderScreen();
	try {
		await screen.press('?', 'qqq');
		assert.match(await screen.frame(), /Nichts passt\./);
	} finally {
		await screen.close();
	}
});

test('beside a list where the filter finds nothing no ticket stands, and it comes back', async () => {
	const screen = await renderScreen({columns: 140, rows: 40, language: 'de'});
	const beside = /· \d+ Nachricht/u;
	try {
		await screen.see(' Nachricht');
		assert.match(await screen.frame(), beside);
		await screen.press('/', 'zzzz', 'enter');
		await screen.see('Nichts passt');
		for (let tries = 0; tries < 50 && beside.test(await screen.frame()); tries += 1) await wait(20);
		assert.doesNotMatch(await screen.frame(), beside);
		await screen.press('escape');
		await screen.see(' Nachricht');
	} finally {
		await screen.close();
	}
});
