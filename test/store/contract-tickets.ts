import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {fail, ok} from '../../source/domain/result.ts';
import {starMarks} from '../../source/domain/summary.ts';
import type {Store} from '../../source/store/store.ts';
import {must, problemOf} from '../result.ts';
import type {OpenEmpty} from './contract.ts';
import {message, ticket} from './sample.ts';

const day = '20261123';

const rename = (store: Store, number: string, subject: string, commandId?: string) =>
	store.change(
		number,
		before => ok({...before, subject}),
		commandId === undefined ? {} : {commandId},
	);

const numbering = (open: OpenEmpty): void => {
	test('numbers of a day count up from 0001 and are told to the builder', async () => {
		const {store, close} = await open();
		const first = must(await store.create(day, number => ticket(number)));
		const second = must(await store.create(day, number => ticket(number)));
		const other = must(await store.create('20261124', number => ticket(number)));
		assert.deepEqual(
			[first.number, second.number, other.number],
			['202611230001', '202611230002', '202611240001'],
		);
		await close();
	});

	test('tickets created at once get different numbers', async () => {
		const {store, close} = await open();
		const created = await Promise.all(
			Array.from({length: 50}, () => store.create(day, number => ticket(number))),
		);
		const numbers = new Set(created.map(result => must(result).number));
		assert.equal(numbers.size, 50);
		assert.equal(store.summaries().size, 50);
		await close();
	});

	test('a removed ticket is gone and its number is not given again', async () => {
		const {store, close} = await open();
		const {number} = must(await store.create(day, each => ticket(each)));
		assert.equal(must(await store.remove(number)).number, number);
		assert.equal(problemOf(await store.ticket(number)), 'ticket-missing');
		assert.equal(problemOf(await store.remove(number)), 'ticket-missing');
		assert.equal(problemOf(await rename(store, number, 'x')), 'ticket-missing');
		assert.equal(store.summaries().size, 0);
		assert.deepEqual(must(await store.search('waage', 5)), []);
		const next = must(await store.create(day, each => ticket(each)));
		assert.equal(next.number, '202611230002');
		await close();
	});
};

const changing = (open: OpenEmpty): void => {
	test('stars stand in the document and in the row, and are gone from both without a trace', async () => {
		const {store, close} = await open();
		const {number} = must(await store.create(day, each => ticket(each)));
		const starred = async (stars: readonly string[]) => {
			must(await store.change(number, ({stars: _, ...rest}) => ok({...rest, ...starMarks(stars)})));
			return [must(await store.ticket(number)).stars, store.summaries().get(number)?.stars];
		};
		assert.deepEqual(await starred(['anna']), [['anna'], ['anna']]);
		assert.deepEqual(await starred([]), [undefined, undefined]);
		await close();
	});

	test('a change raises the revision by one and answers before and after', async () => {
		const {store, close} = await open();
		const {number} = must(await store.create(day, each => ticket(each)));
		const change = must(await rename(store, number, 'Neuer Betreff'));
		assert.equal(change.before.revision, 1);
		assert.equal(change.after.revision, 2);
		assert.equal(change.repeated, false);
		assert.deepEqual(must(await store.ticket(number)), change.after);
		assert.equal(store.summaries().get(number)?.subject, 'Neuer Betreff');
		await close();
	});

	test('a refused change leaves everything as it was', async () => {
		const {store, close} = await open();
		const {number} = must(await store.create(day, each => ticket(each)));
		const refused = await store.change(number, () => fail('changed-meanwhile'));
		assert.equal(problemOf(refused), 'changed-meanwhile');
		assert.equal(must(await store.ticket(number)).revision, 1);
		await close();
	});

	test('a repeated command id is answered and not applied', async () => {
		const {store, close} = await open();
		const {number} = must(await store.create(day, each => ticket(each)));
		await rename(store, number, 'einmal', 'c1');
		const again = must(await rename(store, number, 'zweimal', 'c1'));
		assert.equal(again.repeated, true);
		assert.equal(again.after.subject, 'einmal');
		assert.equal(must(await store.ticket(number)).revision, 2);
		assert.deepEqual(again.after.applied, ['c1']);
		await close();
	});

	test('a change of nothing writes nothing', async () => {
		const {store, close} = await open();
		const {number} = must(await store.create(day, each => ticket(each)));
		const same = must(await store.change(number, before => ok(before)));
		assert.equal(same.after.revision, 1);
		await close();
	});

	test('200 changes of one ticket at once lose none', async () => {
		const {store, close} = await open();
		const {number} = must(await store.create(day, each => ticket(each)));
		await Promise.all(
			Array.from({length: 200}, (_, index) =>
				store.change(number, before => ok({...before, tags: [...before.tags, `t${index}`]})),
			),
		);
		const after = must(await store.ticket(number));
		assert.equal(after.revision, 201);
		assert.equal(new Set(after.tags).size, 200);
		await close();
	});

	test('an unknown ticket is a problem with its name', async () => {
		const {store, close} = await open();
		assert.equal(problemOf(await store.ticket('202611239999')), 'ticket-missing');
		assert.equal(problemOf(await rename(store, '../desk', 'x')), 'ticket-missing');
		await close();
	});
};

const watching = (open: OpenEmpty): void => {
	test('listeners hear of each ticket that comes, changes and goes', async () => {
		const {store, close} = await open();
		const heard: string[] = [];
		const stop = store.onSummary((before, after) => {
			heard.push(`${before?.subject ?? '-'} > ${after?.subject ?? '-'}`);
		});
		const {number} = must(await store.create(day, each => ticket(each, {subject: 'A'})));
		await rename(store, number, 'B');
		await store.remove(number);
		stop();
		await store.create(day, each => ticket(each));
		assert.deepEqual(heard, ['- > A', 'A > B', 'B > -']);
		await close();
	});
};

const searching = (open: OpenEmpty): void => {
	test('search finds beginnings of words, umlauts in both spellings, newest first', async () => {
		const {store, close} = await open();
		const build = (text: string) =>
			store.create(day, each => ticket(each, {messages: [message({text})]}));
		const one = must(await build('Größe der Löschdüse')).number;
		const two = must(await build('Groesse und Café')).number;
		const find = async (text: string) => must(await store.search(text, 10));
		assert.deepEqual(await find('groess'), [two, one]);
		assert.deepEqual(await find('Größe'), [two, one]);
		assert.deepEqual(await find('cafe'), [two]);
		assert.deepEqual(await find('grösse café'), [two]);
		assert.deepEqual(await find('"der Loeschduese"'), [one]);
		assert.deepEqual(await find('"Löschdüse der"'), []);
		assert.deepEqual(await find('karla@kunde.example'), [two, one]);
		assert.deepEqual(await find(' - " * '), []);
		assert.deepEqual(must(await store.search('groesse', 1)), [two]);
		await close();
	});

	test('search follows changes of the text', async () => {
		const {store, close} = await open();
		const {number} = must(await store.create(day, each => ticket(each)));
		await store.change(number, before =>
			ok({...before, comments: [{id: 'k', author: 'anna', at: '', text: 'Netzteil tauschen'}]}),
		);
		assert.deepEqual(must(await store.search('netzteil', 5)), [number]);
		await rename(store, number, 'Anderes');
		assert.deepEqual(must(await store.search('anderes netz', 5)), [number]);
		await close();
	});
};

export const contractOfTickets = (name: string, open: OpenEmpty): void => {
	suite(`${name}: tickets`, () => {
		numbering(open);
		changing(open);
		watching(open);
		searching(open);
	});
};
