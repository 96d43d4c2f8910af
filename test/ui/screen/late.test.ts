import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ok} from '../../../source/domain/result.ts';
import {anAccount} from '../../domain/sample.ts';
import {renderScreen} from '../render.tsx';
import {openSampleDesk, type SampleDesk} from '../sample-desk.ts';

const imap = {host: 'mail.test', port: 993, tls: 'tls' as const, user: 'u', allowSelfSigned: false};

/** A desk whose one imported account succeeded at 10:23 and never since. */
const lateDesk = async (): Promise<SampleDesk> => {
	const sample = await openSampleDesk();
	const state = {marks: {}, lastPass: null, lastSuccess: '2026-11-24T09:23:00.000Z'};
	const account = anAccount({id: 'shop', imap});
	await sample.store.changeAccount('shop', () => ok({v: 1, account, state}));
	const krause = sample.as('krause');
	await krause.status();
	sample.pass(3 * 60_000);
	await krause.close();
	return sample;
};

const screens: ReadonlyArray<readonly [name: string, ...keys: readonly string[]]> = [
	['list', 'j'],
	['batch menu', 'b'],
	['palette', ':'],
	['filter', '/', 'x'],
	['preview', 'space', 'space', 'L'],
	['help', '?'],
	['ticket', 'j', 'j', 'enter'],
	['history', 'j', 'j', 'enter', 'i'],
	['palette over a ticket', 'j', 'j', 'enter', ':'],
	['composer', 'j', 'j', 'r'],
	['comment', 'j', 'j', 'c'],
	['review', 'j', 'j', 'r', 'siehe Anhang', 'alt+enter'],
	['settings', ','],
	['a form', ',', 'enter'],
];

const sizes = [
	['de', 80, 24],
	['de', 140, 40],
	['en', 80, 15],
	['en', 40, 16],
] as const;

for (const [language, columns, rows] of sizes) {
	test(`an overdue import stands in the first line of every screen, ${language} ${columns}x${rows}`, async () => {
		const words = language === 'de' ? /! Abruf überfällig/u : /! import overdue/u;
		for (const [name, ...keys] of screens) {
			const sample = await lateDesk();
			const screen = await renderScreen({language, columns, rows, desk: sample});
			try {
				await screen.press(...keys);
				const [first = ''] = (await screen.frame()).split('\n');
				assert.match(first, words, `${name}: ${first}`);
				if (columns >= 80 && name === 'list') assert.match(first, /10:23/u);
			} finally {
				await screen.close();
				await sample.close();
			}
		}
	});
}
