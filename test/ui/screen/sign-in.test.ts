import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {PassReport} from '../../../source/domain/account/account.ts';
import {ok} from '../../../source/domain/result.ts';
import {anAccount} from '../../domain/sample.ts';
import {renderScreen} from '../render.tsx';
import {openSampleDesk, type SampleDesk} from '../sample-desk.ts';

const report: PassReport = {
	account: 'shop',
	startedAt: '2026-11-24T09:23:00.000Z',
	finishedAt: '2026-11-24T09:23:01.000Z',
	ok: false,
	problem: {name: 'sign-in-expired', text: 'invalid_grant'},
	imported: 0,
	followUps: 0,
	duplicates: 0,
	skipped: 0,
	quarantined: 0,
};

/** A desk whose account `shop` has lost its sign-in. */
const lostDesk = async (): Promise<SampleDesk> => {
	const sample = await openSampleDesk();
	const state = {marks: {}, lastPass: report};
	const account = anAccount({id: 'shop'});
	await sample.store.changeAccount('shop', () => ok({v: 1, account, state}));
	return sample;
};

const screens: ReadonlyArray<readonly [name: string, ...keys: readonly string[]]> = [
	['list', 'j'],
	['help', '?'],
	['ticket', 'j', 'j', 'enter'],
	['composer', 'j', 'j', 'r'],
	['settings', ','],
];

for (const language of ['de', 'en'] as const) {
	for (const columns of [80, 40]) {
		test(`a sign-in that ended, and what to do, stand in the first line of every screen, ${language} ${columns}`, async () => {
			for (const [name, ...keys] of screens) {
				const sample = await lostDesk();
				const screen = await renderScreen({language, columns, rows: 24, desk: sample});
				try {
					await screen.press(...keys);
					const frame = await screen.frame();
					const [first = ''] = frame.split('\n');
					const words =
						columns === 40 ? /! (?:neu anmelden|sign in)/u : /raute account sign-in shop/u;
					assert.match(first, words, `${name}: ${first}`);
					if (name === 'list' && columns === 80) assert.match(frame, /invalid_grant/u);
				} finally {
					await screen.close();
					await sample.close();
				}
			}
		});
	}
}
