import assert from 'node:assert/strict';
import {test} from 'node:test';
import {inTab} from './tabs-open.ts';

test('a login that is none is refused while typing; an agent is added, switched off and on', () =>
	inTab('agents', {}, async screen => {
		await screen.press('+', ...'otto meier');
		await screen.see('! So heißt kein Unix-Login');
		for (let back = 0; back < 6; back++) await screen.press('backspace');
		await screen.press('tab', ...'Otto Meier', 'enter');
		await screen.see('✓ Otto Meier angelegt');
		const otto = () => screen.desk.store.agents().agents.find(agent => agent.login === 'otto');
		assert.deepEqual([otto()?.role, otto()?.active], ['agent', true]);
		await screen.press('space');
		await screen.see('Otto Meier ausgeschaltet');
		assert.equal(otto()?.active, false);
		await screen.press('u');
		await screen.see('Rückgängig: Otto Meier ausgeschaltet');
		assert.equal(otto()?.active, true);
	}));

test('removing an agent takes him off his queues; u gives them back', () =>
	inTab('agents', {}, async screen => {
		const responsible = () => screen.desk.store.desk().queues[1]?.responsible;
		assert.equal(responsible(), 'haas');
		await screen.press('j', 'j', 'd');
		await screen.see('✓ Birgit Haas entfernt');
		assert.equal(responsible(), null);
		await screen.press('u');
		await screen.see('Rückgängig: Birgit Haas entfernt');
		assert.equal(responsible(), 'haas');
	}));

test('the last administrator stays: neither switched off nor made less, nor removed', () =>
	inTab('agents', {}, async screen => {
		await screen.press('j', 'space');
		await screen.see(/! .*Admin/iu);
		await screen.press('d');
		await screen.see(/! .*Admin/iu);
		await screen.press('enter', 'tab', 'right');
		assert.match(await screen.frame(), /Rolle +Administrator/u);
		const krause = screen.desk.store.agents().agents.find(agent => agent.login === 'krause');
		assert.deepEqual([krause?.role, krause?.active], ['admin', true]);
	}));

test('one writes one’s own name and signature, and nothing of the others', () =>
	inTab('agents', {login: 'weber'}, async screen => {
		await screen.press('enter');
		await screen.see(/> Name +Anna Weber/u);
		await screen.press('tab', 'enter', ...'Durchwahl 7', 'alt+enter');
		await screen.see('✓ Anna Weber gespeichert');
		const weber = screen.desk.store.agents().agents.find(agent => agent.login === 'weber');
		assert.match(weber?.signature ?? '', /Durchwahl 7/u);
		await screen.press('j', 'enter');
		await screen.see('! ändern: das Recht, Mitarbeiter zu ändern, fehlt');
	}));

test('a long text goes to $EDITOR and comes back as one step', () =>
	inTab('agents', {login: 'weber'}, async screen => {
		screen.ports.edit = text => `${text}\nwww.firma.example`;
		await screen.press('enter', 'tab', 'ctrl+g');
		await screen.see('www.firma.example');
		await screen.press('ctrl+z');
		assert.doesNotMatch(await screen.frame(), /www\.firma/u);
	}));
