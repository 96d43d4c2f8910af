import '../../environment.ts';
import assert from 'node:assert/strict';
import {before, test} from 'node:test';
import type {OutboxItem} from '../../../../source/desk/desk.ts';
import type {IntakeDocument} from '../../../../source/domain/receive/intake-document.ts';
import {ok} from '../../../../source/domain/result.ts';
import type {EffectContext} from '../../../../source/ui/effect/context.ts';
import {lineText} from '../../../../source/ui/part/line.ts';
import {hintBar} from '../../../../source/ui/screen/hint-bar.ts';
import {shownItems} from '../../../../source/ui/settings/current.ts';
import {formPane} from '../../../../source/ui/settings/screen/form-pane.ts';
import {itemList} from '../../../../source/ui/settings/screen/item-list.ts';
import {type Answers, createPureScreen, type PureScreen, sampleAnswers} from '../../pure-screen.ts';

let answers: Answers;

before(async () => {
	answers = await sampleAnswers();
});

const held: IntakeDocument = {
	v: 1,
	id: 'q1',
	kind: 'quarantined',
	reason: 'parse-timeout',
	origin: {account: 'support', identity: 'x', place: null},
	raw: 'a'.repeat(64),
	tries: 2,
	at: '2026-11-23T08:00:00.000Z',
};

const waiting: OutboxItem = {
	number: '202611230001',
	message: 'm1',
	state: 'failed',
	subject: 'Re: Angebot',
	to: ['kim@example.test'],
	tries: 3,
	due: '2026-11-23T08:00:00.000Z',
	error: '550 mailbox full',
	code: '550',
};

const opened = (tab: 'quarantine' | 'outbox', value: readonly unknown[]): PureScreen => {
	const screen = createPureScreen(answers, {columns: 80, rows: 24});
	screen.dispatch({type: 'settings-opened', tab}, {type: 'settings-loaded', tab, value});
	return screen;
};

/** Presses a key of the quarantine and runs what it asks for; answers the calls that the desk got. */
const pressed = async (screen: PureScreen, key: string): Promise<readonly string[]> => {
	const calls: string[] = [];
	const taken = {result: 'new', number: '202611230002', messageId: null, reason: null};
	const answer = (name: string, value: unknown) => async (id?: string) => {
		calls.push(id === undefined ? name : `${name} ${id}`);
		return ok(value);
	};
	const desk = {
		retryIntake: answer('retryIntake', taken),
		acceptIntake: answer('acceptIntake', taken),
		intakeRaw: answer('intakeRaw', new Uint8Array([1])),
		quarantine: answer('quarantine', []),
	};
	const ports = {saveFile: async (path: string) => ok(path)};
	for (const effect of screen.press(key)) {
		assert.equal(effect.type, 'run');
		if (effect.type !== 'run') continue;
		screen.dispatch(...(await effect.run({desk, ports} as unknown as EffectContext)));
	}
	return calls;
};

for (const [key, call] of [
	['r', 'retryIntake'],
	['a', 'acceptIntake'],
	['w', 'intakeRaw'],
] as const)
	test(`${key} in the quarantine calls ${call} and shows the list as it is then`, async () => {
		const screen = opened('quarantine', [held]);
		assert.deepEqual(shownItems(screen.state()), [held]);
		assert.deepEqual(await pressed(screen, key), [`${call} q1`, 'quarantine']);
		assert.deepEqual(shownItems(screen.state()), []);
		assert.equal(screen.state().toast?.tone, 'ok');
	});

test('a mail is given up only after a question', () => {
	const screen = opened('quarantine', [held]);
	assert.deepEqual(screen.press('d'), []);
	assert.equal(screen.state().overlay?.kind, 'dialog');
	assert.deepEqual(screen.press('enter'), []);
	assert.equal(screen.state().overlay, null);
	screen.press('d');
	assert.equal(screen.press('d')[0]?.type, 'settings-change');
});

test('what is held is shown in words, and nothing offers to edit or save it', () => {
	for (const [tab, item, words] of [
		['outbox', waiting, 'nicht gesendet'],
		['quarantine', held, 'Lesen dauerte zu lange'],
	] as const) {
		const screen = opened(tab, [item]);
		const bar = () => lineText(hintBar(screen.state(), screen.look));
		assert.match(bar(), /Enter öffnen/u);
		screen.press('enter');
		const {form} = screen.state().settings;
		assert.ok(form !== null);
		const place = {state: screen.state(), look: screen.look, width: 80, height: 19};
		const text = formPane(form, place).map(lineText).join('\n');
		assert.match(text, new RegExp(words, 'u'));
		assert.doesNotMatch(text, /▾/u);
		assert.doesNotMatch(bar(), /speichern/u);
	}
});

test('the form of a mail that did not get out says why, and what to do', () => {
	for (const [part, words] of [
		[{}, /550 mailbox full[\s\S]*r sendet noch einmal, x macht wieder einen Entwurf/u],
		[{error: 'password-missing', code: 'password-missing'}, /Für das Konto fehlt das Passwort/u],
		[{state: 'uncertain', error: '', code: 'interrupted'}, /im Ordner »Gesendet« nachsehen/iu],
		[{state: 'queued'}, /kommt von selbst/u],
	] as const) {
		const screen = opened('outbox', [{...waiting, ...part}]);
		screen.press('enter');
		const {form} = screen.state().settings;
		assert.ok(form !== null);
		const place = {state: screen.state(), look: screen.look, width: 80, height: 19};
		assert.match(formPane(form, place).map(lineText).join('\n'), words);
	}
});

test('a list that is empty, or that a filter empties, is not called unfinished', () => {
	const shown = (screen: PureScreen) => {
		const place = {state: screen.state(), look: screen.look, width: 80, height: 19};
		return itemList(place).map(lineText).join('\n');
	};
	assert.match(shown(opened('outbox', [])), /Hier wartet keine Mail/u);
	assert.match(shown(opened('quarantine', [])), /Alle Mails ließen sich lesen/u);
	const filtered = opened('outbox', [waiting]);
	filtered.dispatch({type: 'settings-filtered', text: 'zz'});
	assert.match(shown(filtered), /Nichts passt\..*Esc hebt den Filter auf/su);
	assert.doesNotMatch(shown(filtered), /wartet keine|eingerichtet/u);
});

test('a mail of the outbox is sent now, or called back into a draft', () => {
	for (const [key, action] of [
		['r', 'retrySend'],
		['x', 'callBack'],
	] as const) {
		const [effect] = opened('outbox', [waiting]).press(key);
		assert.ok(effect?.type === 'perform');
		assert.deepEqual(effect.steps, [
			{number: waiting.number, action, input: {message: waiting.message}},
		]);
	}
});
