import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import {test} from 'node:test';
import {chooseTheme, shippedTheme, themeNames} from '../../../source/ui/look/shipped-theme.ts';
import {parseTheme, roles} from '../../../source/ui/look/theme.ts';

const load = createRequire(import.meta.url);

/** WCAG 2.2, relative luminance. */
const luminance = (colour: string): number => {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
		const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string): number => {
	const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05);
};

for (const name of ['dark', 'light'] as const) {
	test(`every role of ${name} has a contrast of at least 4.5 to 1`, () => {
		const {ground} = load(`../../../data/theme/${name}.json`);
		const theme = shippedTheme(name);
		for (const role of roles) {
			const {color = '', backgroundColor = ground} = theme[role];
			assert.match(color, /^#/, role);
			const found = contrast(color, backgroundColor);
			assert.ok(found >= 4.5, `${role}: ${found.toFixed(2)}`);
		}
	});
}

test('every shipped theme is well formed', () => {
	for (const name of themeNames) assert.equal(Object.keys(shippedTheme(name)).length, roles.length);
});

test('mono knows no colour, and the cursor is inverse', () => {
	const mono = shippedTheme('mono');
	for (const role of roles) assert.equal('color' in mono[role], false, role);
	assert.equal(mono.cursor.inverse, true);
});

test('terminal has no colours of its own and no background', () => {
	const theme = shippedTheme('terminal');
	for (const role of roles) {
		assert.equal(theme[role].color?.startsWith('#') ?? false, false, role);
		assert.equal(theme[role].backgroundColor, undefined, role);
	}
});

test('NO_COLOR wins over the setting', () => {
	assert.equal(chooseTheme({NO_COLOR: '1'}, 'dark'), 'mono');
	assert.equal(chooseTheme({NO_COLOR: ''}, 'dark'), 'dark');
	assert.equal(chooseTheme({TERM: 'dumb'}), 'mono');
	assert.equal(chooseTheme({}), 'terminal');
});

const faults: ReadonlyArray<readonly [string, unknown, string]> = [
	['no roles', {name: 'x'}, 'roles'],
	['an unknown role', {roles: {title: {}}}, 'title'],
	['an unknown colour', {roles: {ok: {color: 'greenish'}}}, 'ok'],
	['a bright colour that is none', {roles: {ok: {color: 'textBright'}}}, 'ok'],
	['a flag that is no flag', {roles: {bad: {bold: 'yes'}}}, 'bad'],
	['a property of another kind', {roles: {bad: {blink: true}}}, 'bad'],
];

for (const [title, file, field] of faults) {
	test(`a theme with ${title} is refused and names it`, () => {
		const theme = parseTheme(file);
		assert.equal(theme.ok ? '' : theme.problem.details['field'], field);
	});
}

test('a theme may leave roles out', () => {
	const theme = parseTheme({roles: {ok: {color: 'greenBright'}}});
	assert.deepEqual(theme.ok && [theme.value.ok, theme.value.bad], [{color: 'greenBright'}, {}]);
});
