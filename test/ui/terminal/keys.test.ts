import assert from 'node:assert/strict';
import {test} from 'node:test';
import {keyName} from '../../../source/ui/terminal/key.ts';
import {createKeyParser} from '../../../source/ui/terminal/keys.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

const names = (chunks: ReadonlyArray<string | Uint8Array>) => {
	const parser = createKeyParser();
	const keys = chunks.flatMap(chunk => parser.feed(chunk, 0));
	return [...keys, ...parser.flush(10_000)].map(key =>
		key.name === 'paste' ? `paste:${key.text}` : keyName(key),
	);
};

const cases: ReadonlyArray<readonly [string, readonly string[]]> = [
	['j', ['j']],
	['jjj', ['j', 'j', 'j']],
	['J+ ', ['J', '+', 'space']],
	['äß€', ['ä', 'ß', '€']],
	['e\u0301x', ['e\u0301', 'x']],
	['👩‍👩‍👧j', ['👩‍👩‍👧', 'j']],
	['請求', ['請', '求']],
	['\r', ['enter']],
	['\n', ['ctrl+j']],
	['\t', ['tab']],
	['\u007F\b', ['backspace', 'backspace']],
	['\u0004\u0015\u0000', ['ctrl+d', 'ctrl+u', 'ctrl+space']],
	['\u0003\u001A\u001F', ['ctrl+c', 'ctrl+z', 'ctrl+_']],
	['\u001B', ['escape']],
	['\u001B\u001B', ['escape', 'escape']],
	['\u001B\u001B[A', ['escape', 'up']],
	['\u001B[A\u001B[B\u001B[C\u001B[D', ['up', 'down', 'right', 'left']],
	['\u001BOA\u001BOH\u001BOF', ['up', 'home', 'end']],
	['\u001B[H\u001B[F\u001B[1~\u001B[4~\u001B[7~', ['home', 'end', 'home', 'end', 'home']],
	['\u001B[5~\u001B[6~\u001B[3~\u001B[2~', ['page-up', 'page-down', 'delete', 'insert']],
	['\u001B[1;2B\u001B[1;5C\u001B[1;3D', ['shift+down', 'ctrl+right', 'alt+left']],
	['\u001B[3;5~\u001B[1;6A', ['ctrl+delete', 'ctrl+shift+up']],
	['\u001B[Z', ['shift+tab']],
	['\u001B[a\u001B[5$\u001B[5^', ['shift+up', 'shift+page-up', 'ctrl+page-up']],
	['\u001BOP\u001B[15~\u001B[24~\u001B[[A', ['f1', 'f5', 'f12', 'f1']],
	['\u001BOp\u001BOk\u001BOM', ['0', '+', 'enter']],
	['\u001Bf\u001BF\u001B\r\u001B\u007F', ['alt+f', 'alt+F', 'alt+enter', 'alt+backspace']],
	['\u001Bä', ['alt+ä']],
	['\u001B[13;5u\u001B[13;2u\u001B[13u', ['ctrl+enter', 'shift+enter', 'enter']],
	['\u001B[27u\u001B[106;5u\u001B[97;2u\u001B[32;2u', ['escape', 'ctrl+j', 'A', 'shift+space']],
	['\u001B[97:65;2u\u001B[106;1:3u\u001B[57414u', ['A', 'enter']],
	['\u001B[27;5;13~', ['ctrl+enter']],
	['\u001B[200~hallo\r\nWelt\u001B[201~j', ['paste:hallo\nWelt', 'j']],
	['\u001B[200~a\u001B[31mrot\u0007\tb\u001B[201~', ['paste:arot\tb']],
	['\u001B[200~\u001B[201~', ['paste:']],
	['\u001B[?62;4c\u001B[I\u001B[O\u001B[24;80R\u001B[99x', []],
	['\u001B]11;rgb:0000/0000/0000\u0007j\u001B]11;?\u001B\\k', ['j', 'k']],
	['\u001BP1$r0m\u001B\\\u001B_Gi=1;OK\u001B\\x', ['x']],
	['\u001B[57441u\u001B[999999999u\u001B[u', []],
	['\u001B[1\u0004j', ['ctrl+d', 'j']],
	['\u009B\u0085j', ['j']],
];

for (const [input, expected] of cases) {
	test(`${JSON.stringify(input)} is ${expected.join(' ') || 'nothing'}`, () => {
		assert.deepEqual(names([input]), expected);
		assert.deepEqual(names([bytes(input)]), expected);
	});
}

test('torn at any byte, every sequence gives the same keys', () => {
	// A grapheme of several code points is the one thing that cannot wait for its rest.
	const whole = cases.filter(([input]) => !/\u0301|\u200D/.test(input));
	for (const [input, expected] of whole) {
		const all = bytes(input);
		for (let at = 1; at < all.length; at++) {
			const found = names([all.slice(0, at), all.slice(at)]);
			assert.deepEqual(found, expected, `${JSON.stringify(input)} torn at ${at}`);
		}
		const single = [...all].map(byte => Uint8Array.of(byte));
		assert.deepEqual(names(single), expected, `${JSON.stringify(input)} byte by byte`);
	}
});

test('a lone Escape is held for the rest of an arrow and settles after its time', () => {
	const parser = createKeyParser();
	assert.deepEqual(parser.feed('\u001B', 1000), []);
	assert.equal(parser.pendingUntil, 1100);
	assert.deepEqual(parser.flush(1099), []);
	assert.deepEqual(parser.flush(1100).map(keyName), ['escape']);
	assert.equal(parser.pendingUntil, undefined);
});

test('an arrow torn for 90 ms after its Escape and after its bracket is still an arrow', () => {
	const parser = createKeyParser();
	assert.deepEqual(parser.feed('\u001B', 0), []);
	assert.deepEqual(parser.feed('[', 90), []);
	assert.deepEqual(parser.feed('A', 180).map(keyName), ['up']);
});

test('Escape and a letter typed one after the other are two keys', () => {
	const parser = createKeyParser();
	parser.feed('\u001B', 0);
	assert.deepEqual(parser.feed('j', 60).map(keyName), ['escape', 'j']);
	parser.feed('\u001B', 200);
	assert.deepEqual(parser.feed('\r', 210).map(keyName), ['alt+enter']);
});

test('a sequence that never ends is swallowed and does not become text', () => {
	const parser = createKeyParser();
	parser.feed('\u001B[1;', 0);
	assert.deepEqual(parser.flush(300), []);
	assert.equal(parser.pendingUntil, undefined);
	assert.deepEqual(parser.feed('j', 400).map(keyName), ['j']);
});

test('a paste without end marker ends after a second of silence', () => {
	const parser = createKeyParser();
	assert.deepEqual(parser.feed('\u001B[200~abc', 0), []);
	assert.deepEqual(parser.feed('def\u001B[20', 900), []);
	assert.equal(parser.pendingUntil, 1900);
	assert.deepEqual(
		parser.flush(1900).map(key => key.text),
		['abcdef'],
	);
	assert.deepEqual(parser.feed('j', 2000).map(keyName), ['j']);
});

test('keys carry the text they write, and none under Ctrl or Alt', () => {
	const parser = createKeyParser();
	const texts = parser.feed('aß \u001Bx\u0004\r', 0).map(key => key.text);
	assert.deepEqual(texts, ['a', 'ß', ' ', undefined, undefined, undefined]);
});

test('ten thousand typed-ahead keys arrive one by one', () => {
	assert.equal(names(['j'.repeat(10_000)]).length, 10_000);
});
