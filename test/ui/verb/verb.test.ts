import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {isTextKey} from '../../../source/language/say.ts';
import type {Effect} from '../../../source/ui/effect/effect.ts';
import {shippedKeys} from '../../../source/ui/key/keymap.ts';
import {verbByName, verbs} from '../../../source/ui/verb/index.ts';
import {createPureScreen, sampleAnswers} from '../pure-screen.ts';

const answers = await sampleAnswers();
const open = () => createPureScreen(answers, {columns: 80, rows: 24});

const stepsOf = (effects: readonly Effect[]) =>
	effects.flatMap(effect => (effect.type === 'perform' ? effect.steps : []));

test('the palette finds commands in both languages and runs them', () => {
	const german = open();
	assert.equal(stepsOf(german.press(':', 'm', 'i', 'r', 'enter'))[0]?.action, 'claim');
	const english = open();
	const keys = ['ctrl+p', ...'assign to me'].map(key => (key === ' ' ? 'space' : key));
	assert.equal(stepsOf(english.press(...keys, 'enter')).length, 1);
});

test('the help stops at its end: the first step back moves it at once', () => {
	const screen = createPureScreen(answers, {columns: 60, rows: 16});
	const top = () => {
		const {overlay} = screen.state();
		return overlay?.kind === 'help' ? overlay.top : -1;
	};
	screen.press('?', ...Array.from({length: 30}, () => 'page-down'));
	const end = top();
	assert.ok(end > 0 && end < 100);
	screen.press('up');
	assert.equal(top(), end - 1);
});

test('every verb has its texts, and every name in the key file is a verb', () => {
	for (const verb of verbs) {
		assert.ok(isTextKey(verb.label), verb.label);
		if (Object.keys(verb.hint).length > 0) assert.ok(isTextKey(`hint.${verb.name}`), verb.name);
	}
	assert.equal(verbByName.size, verbs.length);
	for (const name of Object.keys(shippedKeys())) assert.ok(verbByName.has(name), name);
});

test('every file of the folder that defines verbs is in the list', () => {
	const folder = new URL('../../../source/ui/verb/', import.meta.url);
	const list = readFileSync(new URL('index.ts', folder), 'utf8');
	for (const file of readdirSync(folder)) {
		const text = readFileSync(new URL(file, folder), 'utf8');
		const [, name] = /^export const (\w+Verbs):/mu.exec(text) ?? [];
		if (name !== undefined) assert.ok(list.includes(`...${name},`), `${file}: ${name}`);
	}
});
