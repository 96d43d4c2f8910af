import assert from 'node:assert/strict';
import {after, before, mock, suite, test} from 'node:test';
import type {WordReply, WordRequest} from '../../../source/store/words/word-desk.ts';
import {wordIndex} from '../../../source/store/words/word-index.ts';
import {type Words, wordsHere} from '../../../source/store/words/word-thread.ts';
import {must, problemOf} from '../../result.ts';
import {ticket} from '../sample.ts';

const number = '202611230001';

/** Words in memory behind a gate: what is asked is answered, or refused, one by one. */
const gated = () => {
	const words = wordsHere();
	const asked: WordRequest[] = [];
	const gates: Array<(refuse: boolean) => void> = [];
	const ask = async (request: WordRequest): Promise<WordReply> => {
		asked.push(request);
		const refuse = await new Promise<boolean>(resolve => gates.push(resolve));
		return refuse ? {ok: false, text: 'full'} : words.ask(request);
	};
	const next = async (refuse = false): Promise<void> => {
		while (gates.length === 0) await new Promise(setImmediate);
		gates.shift()?.(refuse);
		await new Promise(setImmediate);
	};
	const gatedWords: Words = {ask, close: words.close};
	return {words: gatedWords, asked, next};
};

suite('the index behind the answers', () => {
	// Gathering ends with a question here: on a busy machine its time would end between two gates.
	before(() => mock.timers.enable({apis: ['setTimeout']}));
	after(() => mock.timers.reset());

	test('a question waits for all changes before it', async () => {
		const index = wordIndex({words: wordsHere(), log: assert.fail});
		for (let counter = 1; counter <= 300; counter += 1) {
			const each = `20261123${String(counter).padStart(4, '0')}`;
			index.put(ticket(each, {subject: `Netzteil ${counter}`}), 100);
		}
		assert.equal(must(await index.search('netzteil', 1000)).length, 300);
		assert.deepEqual(must(await index.search('"netzteil 300"', 5)), ['202611230300']);
		await index.close();
	});

	test('of a ticket that changes often only the last version is indexed', async () => {
		const {words, asked, next} = gated();
		const index = wordIndex({words, log: assert.fail});
		for (const subject of ['eins', 'zwei', 'drei']) index.put(ticket(number, {subject}), 1);
		const found = index.search('drei', 5);
		await next();
		await next();
		assert.deepEqual(must(await found), [number]);
		const [first] = asked;
		assert.equal(first?.kind === 'apply' && first.jobs.length, 1);
	});

	test('what failed is logged once and indexed with the next change', async () => {
		const lines: string[] = [];
		const {words, next} = gated();
		const index = wordIndex({words, log: line => lines.push(line)});
		index.put(ticket(number, {subject: 'eins'}), 1);
		const first = index.search('eins', 5);
		await next(true);
		await next();
		assert.deepEqual(must(await first), []);
		index.put(ticket('202611230002', {subject: 'eins'}), 1);
		const second = index.search('eins', 5);
		await next();
		await next();
		assert.deepEqual(must(await second), ['202611230002', number]);
		assert.deepEqual(lines, ['The words cannot be indexed: full']);
	});

	test('what failed does not come back over a newer version', async () => {
		const {words, next} = gated();
		const index = wordIndex({words, log: () => undefined});
		index.put(ticket(number, {subject: 'alt'}), 1);
		const first = index.search('alt', 5);
		index.put(ticket(number, {subject: 'neu'}), 1);
		const second = index.search('neu', 5);
		await next(true);
		for (let step = 0; step < 3; step += 1) await next();
		await first;
		assert.deepEqual(must(await second), [number]);
		const third = index.search('alt', 5);
		await next();
		assert.deepEqual(must(await third), []);
	});

	test('writers wait when the index is far behind', async () => {
		const {words, next} = gated();
		const index = wordIndex({words, log: assert.fail});
		index.put(ticket(number), 1);
		await index.room();
		index.put(ticket('202611230002'), 64 * 1024 * 1024);
		let waited = false;
		const room = index.room().then(() => {
			waited = true;
		});
		await new Promise(setImmediate);
		assert.equal(waited, false);
		await next();
		await room;
	});

	test('a question that cannot be answered is a problem, not an exception', async () => {
		const words = {ask: async () => ({ok: false, text: 'damaged'}) as const, close: async () => {}};
		const index = wordIndex({words, log: () => undefined});
		assert.equal(problemOf(await index.search('waage', 5)), 'data-unwritable');
	});
});
