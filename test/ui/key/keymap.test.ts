import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readKey, showKey} from '../../../source/ui/key/key-name.ts';
import {createKeymap, shippedKeys} from '../../../source/ui/key/keymap.ts';
import {keyName} from '../../../source/ui/terminal/key.ts';
import {keysOfBytes} from '../pure-screen.ts';

test('the shipped keys are all valid, unique in their places, and none is a torn letter', () => {
	assert.deepEqual(createKeymap({shipped: shippedKeys()}).findings, []);
});

test('the agent’s own keys take the place of the shipped ones', () => {
	const {keymap, findings} = createKeymap({
		shipped: shippedKeys(),
		user: {close: ['%'], reply: '<disabled>'},
	});
	assert.deepEqual(findings, []);
	assert.equal(keymap.verbOf('list', '%')?.name, 'close');
	assert.equal(keymap.verbOf('list', 'x'), null);
	assert.equal(keymap.verbOf('list', 'r'), null);
	assert.deepEqual(keymap.keysOf('close'), ['%']);
});

test('a wrong key file is reported and the rest of it works', () => {
	const {keymap, findings} = createKeymap({
		shipped: shippedKeys(),
		user: {close: ['A', '<hyper+x>', 'ü'], nothing: ['y'], mark: ['j']},
	});
	assert.deepEqual(
		findings.map(({kind, verb, key, other}) => [kind, verb, key, other]),
		[
			['torn-letter', 'close', 'A', ''],
			['unknown-key', 'close', '<hyper+x>', ''],
			['unknown-verb', 'nothing', '', ''],
			['taken', 'down', 'j', 'mark'],
		],
	);
	assert.equal(keymap.verbOf('list', 'ü')?.name, 'close');
	assert.equal(keymap.verbOf('list', 'j')?.name, 'mark');
	assert.equal(keymap.verbOf('ticket', 'j')?.name, 'down');
});

test('in the composer no letter is a command', () => {
	const {keymap} = createKeymap({shipped: shippedKeys()});
	for (const letter of 'abcdefghijklmnopqrstuvwxyzABC:/?.!+ ')
		assert.equal(keymap.verbOf('compose', letter), null, letter);
	assert.equal(keymap.verbOf('compose', 'ctrl+p')?.name, 'palette');
});

test('key names of files read as the key parser spells them', () => {
	for (const [text, bytes] of [
		['j', 'j'],
		['<ctrl+d>', '\u0004'],
		['<space>', ' '],
		['<shift+down>', '\u001B[1;2B'],
		['<alt+enter>', '\u001B\r'],
		['<page-down>', '\u001B[6~'],
		['?', '?'],
	] as const) {
		const read = readKey(text);
		const [key] = keysOfBytes(bytes);
		assert.ok(read.ok && key !== undefined);
		assert.equal(read.key, keyName(key), text);
	}
});

test('keys are shown short', () => {
	const options = {space: 'Leertaste', isAscii: false};
	assert.equal(showKey('ctrl+d', options), '^d');
	assert.equal(showKey('alt+enter', options), 'Alt+Enter');
	assert.equal(showKey('space', options), 'Leertaste');
	assert.equal(showKey('shift+down', options), 'Shift+↓');
	assert.equal(showKey('shift+down', {...options, isAscii: true}), 'Shift+Down');
});
