import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ok} from '../../../source/domain/result.ts';
import type {Rendered} from '../render.tsx';
import {inTab} from './tabs-open.ts';

const templates = (screen: Rendered) => screen.desk.store.desk().templates;

const typed = (text: string): readonly string[] =>
	[...text].map(letter => (letter === ' ' ? 'space' : letter));

test('a template is written with a preview of its filled text, warned about, saved and taken back', () =>
	inTab('templates', {rows: 40}, async screen => {
		await screen.press('+', ...typed('Zu spät'), 'tab', ...typed('Post/EU'));
		await screen.press('tab', 'tab', 'tab', 'tab', ...typed('{ANREDE} #{TICKET} {FA}'));
		await screen.see('! Unbekannte Variablen verhindern das Senden: {FA}');
		await screen.see('Guten Tag Kim Beispiel #202611230417 {FA}');
		await screen.press('alt+enter');
		await screen.see('✓ Zu spät angelegt');
		await screen.see(/! Zu spät +Post\/EU/u);
		const template = templates(screen).at(-1);
		assert.deepEqual(
			[template?.id, template?.category, template?.active, template?.project],
			['zu-spaet', 'Post/EU', true, null],
		);
		await screen.press('space');
		await screen.see(/Zu spät/u);
		assert.equal(templates(screen).at(-1)?.active, false);
		await screen.press('u', 'u');
		await screen.see(/Rückgängig: Zu spät angelegt/u);
		assert.equal(templates(screen).length, 3);
	}));

test('a category of three levels is refused at its field', () =>
	inTab('templates', {}, async screen => {
		await screen.press('+', ...'T', 'tab', ...'a/b/c');
		await screen.see('! Höchstens zwei Ebenen mit / dazwischen');
	}));

test('the auto-responder is switched on with a preview and a warning for a subject without number', () =>
	inTab('responders', {rows: 40}, async screen => {
		const responder = () => screen.desk.store.accounts()[0]?.account.autoResponder;
		await screen.press('enter', 'space', 'tab', ...typed('Ihre'));
		await screen.see('! Im Betreff fehlt #{TICKET}; raute hängt die Nummer an.');
		await screen.press(...typed(' #{TICKET}'), 'tab', 'tab', ...typed('{NAME}, {BETREFF}'));
		await screen.see('Ihre #202611230417');
		await screen.see('Kim Beispiel, Lieferung fehlt');
		await screen.press('alt+enter');
		await screen.see(/gespeichert/u);
		assert.deepEqual(responder(), {
			active: true,
			subject: 'Ihre #{TICKET}',
			text: '{NAME}, {BETREFF}',
			oncePerDay: true,
		});
		await screen.press('u');
		await screen.see(/Rückgängig/u);
		assert.equal(responder()?.active, false);
	}));

test('addresses that get no automatic mail stand in the form, with their end', () =>
	inTab('responders', {rows: 40}, async screen => {
		const until = '2026-11-25T10:00:00.000Z';
		const silenced = [{address: 'kim@loop.example', until, reason: 'loop' as const}];
		await screen.desk.store.changeDesk(document => ok({...document, silenced}));
		await screen.press('l', 'h', 'enter');
		await screen.see(/Ohne automatische Mails \(bis\): kim@loop\.example \(.*25\.11\.2026/u);
	}));
