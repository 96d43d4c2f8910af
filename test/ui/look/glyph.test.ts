import assert from 'node:assert/strict';
import {test} from 'node:test';
import {textWidth} from '../../../source/domain/text/width.ts';
import {chooseGlyphs, type GlyphName, glyphSets} from '../../../source/ui/look/glyph.ts';

test('both sets have the same names, and every sign but the ellipsis is one cell', () => {
	assert.deepEqual(Object.keys(glyphSets.ascii), Object.keys(glyphSets.unicode));
	for (const name of Object.keys(glyphSets.unicode) as GlyphName[]) {
		assert.equal(textWidth(glyphSets.unicode[name]), 1, name);
		if (name !== 'ellipsis') assert.equal(textWidth(glyphSets.ascii[name]), 1, name);
		assert.match(glyphSets.ascii[name], /^[\u0021-\u007e]+$/);
	}
});

const cases: ReadonlyArray<readonly [Record<string, string>, boolean | undefined, string]> = [
	[{LANG: 'de_DE.UTF-8', TERM: 'xterm-256color'}, undefined, '●'],
	[{LC_ALL: 'C', LANG: 'de_DE.UTF-8'}, undefined, 'o'],
	[{LC_CTYPE: 'C.utf8'}, undefined, '●'],
	[{LANG: 'de_DE.ISO-8859-1'}, undefined, 'o'],
	[{}, undefined, 'o'],
	[{LANG: 'de_DE.UTF-8', TERM: 'linux'}, undefined, 'o'],
	[{LANG: 'de_DE.UTF-8', TERM: 'dumb'}, undefined, 'o'],
	[{LANG: 'de_DE.UTF-8'}, true, 'o'],
	[{}, false, '●'],
];

for (const [environment, isAscii, expected] of cases) {
	test(`${JSON.stringify(environment)} with ascii ${isAscii} shows ${expected}`, () => {
		assert.equal(chooseGlyphs(environment, isAscii).unread, expected);
	});
}
