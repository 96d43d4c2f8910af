import assert from 'node:assert/strict';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';

/** Compares a screen with the one kept in `test/screen`; `UPDATE_GOLDEN` keeps it anew. */
export const checkFrame = (name: string, actual: string): void => {
	const file = new URL(`../screen/${name}.txt`, import.meta.url);
	if (process.env['UPDATE_GOLDEN'] !== undefined) writeFileSync(file, `${actual}\n`);
	assert.ok(existsSync(file), `no golden frame ${name}`);
	assert.equal(`${actual}\n`, readFileSync(file, 'utf8'), name);
};
