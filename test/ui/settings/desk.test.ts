import assert from 'node:assert/strict';
import {test} from 'node:test';
import {inTab} from './tabs-open.ts';

test('the values of the desk are changed one by one, within their bounds', () =>
	inTab('desk', {}, async screen => {
		await screen.press('enter', 'ctrl+u', ...'Kundendienst', 'enter');
		await screen.see('Einstellungen · Kundendienst');
		await screen.press('j', 'j', 'j', 'enter', 'ctrl+u', ...'601');
		await screen.see('! Erlaubt sind 0 bis 600.');
		await screen.press('ctrl+u', ...'x');
		await screen.see('! Bitte eine ganze Zahl eingeben.');
		await screen.press('ctrl+u', ...'30', 'enter');
		await screen.see(/Rückholfrist in Sekunden +30 s/u);
		await screen.press('j', 'enter', 'space', 'enter');
		await screen.see(/Papierkorb wieder öffnen +an/u);
		const {name, undoSeconds, reopenTrash} = screen.desk.store.desk();
		assert.deepEqual([name, undoSeconds, reopenTrash], ['Kundendienst', 30, true]);
		await screen.press('u', 'u', 'u');
		await screen.see('Einstellungen · Support');
		const back = screen.desk.store.desk();
		assert.deepEqual([back.name, back.undoSeconds, back.reopenTrash], ['Support', 10, false]);
	}));

test('the largest mail is given in mebibytes', () =>
	inTab('desk', {}, async screen => {
		await screen.press('G');
		await screen.see(/> Größte Mail in MiB +25 MiB/u);
		await screen.press('enter', 'ctrl+u', ...'50', 'enter');
		await screen.see('50 MiB');
		assert.equal(screen.desk.store.desk().maxMailBytes, 50 * 1024 * 1024);
	}));
