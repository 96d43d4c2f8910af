import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type DeskDocument, newDeskDocument} from '../../../source/domain/desk-document.ts';
import {
	dropItem,
	findItem,
	orderedItems,
	putItem,
} from '../../../source/domain/settings/settings-list.ts';
import {aRule} from '../sample.ts';

const queue = (label: string) => ({label, name: label, responsible: null});

const desk: DeskDocument = {
	...newDeskDocument,
	queues: [queue('IT'), queue('Lager')],
	rules: [
		aRule({id: 'a', position: 3, hits: 7}),
		aRule({id: 'b', position: 1}),
		aRule({id: 'c', position: 2}),
	],
};

test('an item takes the place of the one with its key, a new one goes to the end', () => {
	const changed = putItem(desk, 'queues', {...queue('IT'), name: 'Technik'});
	assert.ok(changed.ok);
	assert.deepEqual(
		changed.value.queues.map(({name}) => name),
		['Technik', 'Lager'],
	);
	const added = putItem(desk, 'queues', queue('Versand'));
	assert.ok(added.ok);
	assert.equal(added.value.queues.at(-1)?.label, 'Versand');
	assert.equal(desk.queues.length, 2);
});

test('a key that differs in case alone is taken', () => {
	const taken = putItem(desk, 'queues', queue('it'));
	assert.deepEqual(taken, {ok: false, problem: {name: 'label-taken', details: {label: 'it'}}});
});

test('who edits a rule does not count its hits, and a new one begins at none', () => {
	const edited = putItem(desk, 'rules', aRule({id: 'a', title: 'x', hits: 99}));
	assert.ok(edited.ok);
	assert.equal(edited.value.rules[0]?.hits, 7);
	const added = putItem(desk, 'rules', aRule({id: 'd', hits: 99}));
	assert.ok(added.ok);
	assert.equal(added.value.rules.at(-1)?.hits, 0);
});

test('a list has an end', () => {
	const queues = Array.from({length: 500}, (_, index) =>
		queue(`Q${'x'.repeat(index % 7)}${index}`),
	);
	const full = putItem({...desk, queues}, 'queues', queue('Neu'));
	assert.equal(full.ok, false);
});

test('an item that was dropped is found no more, the others stay', () => {
	const dropped = dropItem(desk, 'queues', 'IT');
	assert.equal(findItem(dropped, 'queues', 'IT'), null);
	assert.ok(findItem(dropped, 'queues', 'Lager'));
});

test('those named come first, the others follow by their position, counted from one', () => {
	const {rules} = orderedItems(desk, 'rules', ['a', 'nothing']);
	assert.deepEqual(
		rules.map(({id, position}) => [id, position]),
		[
			['a', 1],
			['b', 2],
			['c', 3],
		],
	);
});
