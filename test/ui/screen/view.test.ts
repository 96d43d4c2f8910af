import assert from 'node:assert/strict';
import {test} from 'node:test';
import {noOwnSettings} from '../../../source/ui/settings/own.ts';
import {renderScreen} from '../render.tsx';

test('a filtered list is kept as a view, comes back behind the tabs, and goes again', async () => {
	const screen = await renderScreen({columns: 120, rows: 30, language: 'de'});
	try {
		await screen.press('N');
		await screen.see('erst filtern oder sortieren');
		await screen.press('escape', '/');
		await screen.type('Passwort');
		await screen.press('enter', 'N', '+');
		await screen.type('Kennwörter');
		await screen.press('enter');
		await screen.see('Ansicht »Kennwörter« gesichert');
		const query = {tab: 'inbox', sort: 'newest', filter: 'Passwort'};
		assert.deepEqual(screen.ports.own.views, [{name: 'Kennwörter', query}]);
		await screen.press('0');
		assert.match(await screen.frame(), /\[0 .* Kennw/u);
		await screen.press('h');
		assert.match(await screen.frame(), /\[Kennwörter \d+\]/u);
		await screen.press('l');
		assert.match(await screen.frame(), /\[0 /u);
		await screen.press('N', '1');
		assert.match(await screen.frame(), /\[Kennwörter \d+\]/u);
		await screen.press('N', '-', '1');
		await screen.see('entfernt');
		assert.deepEqual(screen.ports.own.views, []);
	} finally {
		await screen.close();
	}
});

test('views leave the tab bar within the screen, however narrow', async () => {
	const view = (name: string) =>
		({name, query: {tab: 'archive', sort: 'prio', filter: `tag:${name}`}}) as const;
	const views = ['Rechnungen und Mahnungen', 'VIP', 'Übersee', '請求書'].map(view);
	for (const columns of [40, 80, 140]) {
		const screen = await renderScreen({
			columns,
			rows: 20,
			language: 'de',
			own: {...noOwnSettings, views},
		});
		try {
			await screen.press('h');
			assert.match(await screen.frame(), columns === 40 ? /^ 請求書 0/u : /\[請求書 0\]/u);
		} finally {
			await screen.close();
		}
	}
});
