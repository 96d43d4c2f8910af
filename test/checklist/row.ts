import {test} from 'node:test';
import {dovecotMissing} from '../server/dovecot.ts';
import {type House, openHouse} from './house.ts';

/** One thing that the text of the source system names, and the proof that raute does it. */
export type Row = {
	/** In its German words. */
	readonly german: string;
	readonly english: string;
	/** Drives the screen or a command and asserts the effect on mails that came and went. */
	readonly prove: (house: House) => Promise<void>;
};

export type Chapter = {
	readonly german: string;
	readonly english: string;
	readonly rows: readonly Row[];
};

/** One test a row, all in one house: each row has customers and subjects of its own. */
export const proveChapter = ({german, english, rows}: Chapter): void => {
	const skip = dovecotMissing() ?? false;
	test(`${german} (${english})`, {timeout: 200_000, skip}, async t => {
		const house = await openHouse(t);
		for (const row of rows) await t.test(`${row.german} (${row.english})`, () => row.prove(house));
	});
};
