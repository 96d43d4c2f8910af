import assert from 'node:assert/strict';
import {test} from 'node:test';
import {noOwnSettings} from '../../../source/ui/settings/own.ts';
import {inTab} from './tabs-open.ts';

/** The cursor on the verb of this label. */
const find = (label: string): readonly string[] => ['/', ...label, 'enter'];

test('a key is set, works at once, stands in the file, and goes back with u and d', () =>
	inTab('keys', {login: 'weber'}, async screen => {
		await screen.press(...find('halbe Seite ab'));
		await screen.press('enter', 'ctrl+u', ...'<alt+j> <ctrl+d>', 'enter');
		await screen.see(/> <alt\+j> <ctrl.*eigene/u);
		assert.deepEqual(screen.ports.own.keys, {halfDown: ['<alt+j>', '<ctrl+d>']});
		await screen.press('escape', 'g', 'alt+j');
		assert.doesNotMatch(await screen.frame(), /> <enter>/u, 'the new key moved the cursor');
		await screen.press('u');
		await screen.see('Rückgängig');
		assert.deepEqual(screen.ports.own.keys, {});
		await screen.press('U');
		await screen.see('Wiederholt');
		await screen.press(...find('halbe Seite ab'), 'd');
		await screen.see('zurückgesetzt');
		assert.deepEqual(screen.ports.own.keys, {});
	}));

test('forbidden letters, unknown keys and keys of others are refused with what to do', () =>
	inTab('keys', {login: 'weber'}, async screen => {
		await screen.press(...find('halbe Seite ab'), 'enter', 'ctrl+u', 'A');
		await screen.see('! A geht nicht: Auf diesen Buchstaben enden Pfeiltasten.');
		await screen.press('ctrl+u', ...'xyz');
		await screen.see('! xyz ist keine Taste.');
		await screen.press('ctrl+u', 'j');
		await screen.see('! j gehört schon zu »ab«.');
		await screen.press('enter');
		assert.deepEqual(screen.ports.own.keys, {});
		await screen.press('ctrl+u', 'enter');
		await screen.see('gespeichert');
		assert.deepEqual(screen.ports.own.keys, {halfDown: '<disabled>'});
	}));

test('a key of the file that two verbs want is shown as such', () => {
	const own = {...noOwnSettings, keys: {prio: ['X', 'j']}};
	return inTab('keys', {login: 'weber', own}, async screen => {
		await screen.press(...find('als Prio'));
		await screen.see(/> X j .*! belegt/u);
		await screen.press('d');
		await screen.see('zurückgesetzt');
		assert.deepEqual(screen.ports.own.keys, {});
	});
});
