import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {test} from 'node:test';
import {actions} from '../../../source/domain/action/index.ts';

const folder = new URL('../../../source/domain/action/', import.meta.url);

const kebab = (name: string): string =>
	name.replace(/[A-Z]/gu, letter => `-${letter.toLowerCase()}`);

test('the list of actions holds every file of its folder, and each file is named like its action', () => {
	const files = readdirSync(folder).filter(file => file !== 'index.ts' && file !== 'action.ts');
	const expected = actions.map(action => `${kebab(action.name)}.ts`);
	assert.deepEqual(expected.sort(), files.sort());
});
