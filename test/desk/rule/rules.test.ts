import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openDesk} from '../../../source/desk/open-desk.ts';
import {createRuleHits} from '../../../source/desk/rule/rule-hits.ts';
import {newDeskDocument} from '../../../source/domain/desk-document.ts';
import {fail, ok} from '../../../source/domain/result.ts';
import type {Store} from '../../../source/store/store.ts';
import {aRule} from '../../domain/sample.ts';
import {must} from '../../result.ts';
import {letter} from '../mail-room.ts';
import {openParts} from '../room.ts';

const hitsOf = (store: Store) => store.desk().rules.map(({hits}) => hits);

const withRules = async () => {
	const {parts, store} = await openParts(false);
	const rules = [aRule({conditions: [{field: 'sender', pattern: '*'}]}), aRule({id: 'r2'})];
	must(await store.changeDesk(desk => ok({...desk, rules})));
	let writes = 0;
	const counting: Store = {
		...store,
		changeDesk: change => {
			writes += 1;
			return store.changeDesk(change);
		},
	};
	return {parts: {...parts, store: counting}, store, writes: () => writes};
};

test('hits are counted in memory and written at the end, in one write for many mails', async () => {
	const {parts, store, writes} = await withRules();
	const desk = must(await openDesk(parts));
	const chef = must(desk.as('chef'));
	for (const name of ['a', 'b', 'c'])
		must(await chef.receive({raw: Buffer.from(letter(name)), account: null, queue: null}));
	must(await chef.receive({raw: Buffer.from(letter('a')), account: null, queue: null}));
	assert.deepEqual([hitsOf(store), writes()], [[0, 0], 0]);
	await desk.stop();
	assert.deepEqual([hitsOf(store), writes()], [[3, 0], 1]);
});

test('a new mail and what its rules make of it are one write: no crash comes between them', async () => {
	const {parts, store} = await openParts(false);
	const conditions = [{field: 'sender', pattern: '*'}] as const;
	must(await store.changeDesk(desk => ok({...desk, rules: [aRule({conditions})]})));
	const written: string[] = [];
	const only: Store = {
		...store,
		create: async (day, build, options) => {
			const made = await store.create(day, build, options);
			written.push(made.ok ? made.value.status : made.problem.name);
			return made;
		},
		change: () => assert.fail('a second write'),
	};
	const desk = must(await openDesk({...parts, store: only}));
	const chef = must(desk.as('chef'));
	must(await chef.receive({raw: Buffer.from(letter('a')), account: null, queue: null}));
	assert.deepEqual(written, ['trash']);
	await desk.stop();
});

test('a desk without hits writes nothing at its end', async () => {
	const {parts, writes} = await withRules();
	await must(await openDesk(parts)).stop();
	assert.equal(writes(), 0);
});

test('counts that could not be written stay, and those of a rule that is gone are dropped', async () => {
	const lines: string[] = [];
	let full = true;
	let rules = [aRule()];
	const changeDesk: Store['changeDesk'] = async change => {
		if (full) return fail('disk-full');
		const changed = change({...newDeskDocument, rules});
		if (changed.ok) rules = [...changed.value.rules];
		return changed;
	};
	const hits = createRuleHits({store: {changeDesk} as Store, log: line => lines.push(line)});
	hits.add(['r1', 'gone']);
	await hits.end();
	assert.deepEqual(lines, ['rule hits: disk-full']);
	full = false;
	hits.add(['r1']);
	await hits.end();
	assert.deepEqual(
		rules.map(one => one.hits),
		[2],
	);
});

test('a mail that meets a runaway expression is taken in, and the others after it are quick', async () => {
	const {parts, store} = await openParts(false);
	const slow = aRule({conditions: [{field: 'subject', pattern: '/^(x+x+)+y/'}]});
	must(await store.changeDesk(desk => ok({...desk, rules: [slow]})));
	const desk = must(await openDesk(parts));
	const chef = must(desk.as('chef'));
	const subject = 'x'.repeat(200);
	const receive = async (name: string) =>
		must(
			await chef.receive({
				raw: Buffer.from(letter(name, {subject})),
				account: null,
				queue: null,
			}),
		);
	for (let count = 0; count < 20; count++) assert.equal((await receive(`m${count}`)).result, 'new');
	const {stoppedRules} = must(await chef.status());
	assert.deepEqual(stoppedRules, [{rule: 'r1', pattern: '/^(x+x+)+y/', times: 3, givenUp: true}]);
	const conditions = [{field: 'subject', pattern: '/^x+y/'}] as const;
	must(await chef.saveItem('rules', {...slow, conditions}));
	assert.deepEqual(must(await chef.status()).stoppedRules, []);
	await desk.stop();
});

test('trying a runaway expression stops it there, and does not give up the stored one', async () => {
	const {parts, store} = await openParts(false);
	const desk = must(await openDesk(parts));
	const chef = must(desk.as('chef'));
	for (let count = 0; count < 10; count++) {
		const raw = Buffer.from(letter(`m${count}`, {subject: 'x'.repeat(200)}));
		must(await chef.receive({raw, account: null, queue: null}));
	}
	const slow = aRule({conditions: [{field: 'subject', pattern: '/^(x+x+)+y/'}]});
	const trial = must(await chef.tryRules({rules: [slow], numbers: null, last: 100}));
	assert.deepEqual(trial, {seen: 10, hits: [], stopped: [{rule: 'r1', pattern: '/^(x+x+)+y/'}]});
	assert.equal(store.desk().rules.length, 0);
	assert.deepEqual(must(await chef.status()).stoppedRules, []);
	await desk.stop();
});
