import assert from 'node:assert/strict';
import {registerHooks} from 'node:module';
import {test} from 'node:test';
import {leanInk} from '../../source/cli/lean-ink.ts';

test('Ink is loaded without the many files of which it uses one', async () => {
	const loaded: string[] = [];
	registerHooks({
		load: (url, context, next) => {
			loaded.push(url);
			return next(url, context);
		},
	});
	const lean = leanInk();
	const {render} = await import('ink');
	lean?.deregister();
	assert.equal(typeof render, 'function');
	const files = loaded.filter(url => url.includes('/es-toolkit/'));
	assert.ok(files.length > 0 && files.length < 20, files.join('\n'));
});
