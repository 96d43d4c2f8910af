import assert from 'node:assert/strict';
import {test} from 'node:test';
import {inTab} from './tabs-open.ts';

test('the language changes while one chooses, stays when saved, and goes back with u', () =>
	inTab('look', {login: 'weber'}, async screen => {
		await screen.press('enter', 'left');
		await screen.see('Language');
		await screen.press('escape', 'v');
		await screen.see('Einstellungen');
		await screen.press('enter', 'left', 'enter');
		await screen.see('Settings');
		assert.equal(screen.ports.own.look.language, 'en');
		await screen.press('u');
		await screen.see('Einstellungen');
		assert.equal(screen.ports.own.look.language, null);
	}));

test('signs are ASCII as soon as one chooses so', () =>
	inTab('look', {login: 'weber'}, async screen => {
		await screen.press('G', 'enter', 'right');
		assert.match(await screen.frame(), /^-{100}/mu);
		await screen.press('enter');
		await screen.see('gespeichert');
		assert.doesNotMatch(await screen.frame(), /─/u);
		assert.equal(screen.ports.own.look.ascii, true);
	}));

test('a theme is shown on every role before it is taken', () =>
	inTab('look', {login: 'weber'}, async screen => {
		await screen.press('j', 'enter');
		await screen.see('Vorschau');
		await screen.see('Interner Kommentar');
		await screen.press('right', 'right', 'right', 'enter');
		await screen.see('dunkel');
		assert.equal(screen.ports.own.look.theme, 'dark');
	}));
