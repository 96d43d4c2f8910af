import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {Migration} from '../../source/store/migrate/index.ts';
import {upgrade} from '../../source/store/migrate/upgrade.ts';
import {decode} from '../../source/store/schema/decode.ts';
import {must, problemOf} from '../result.ts';
import {ticket} from './sample.ts';

const steps: readonly Migration[] = [
	{kind: 'desk', from: 0, up: document => ({...document, wrong: true})},
	{
		kind: 'ticket',
		from: 0,
		up: ({title, ...rest}) => ({...rest, subject: title}),
	},
];

suite('versions of documents', () => {
	test('an older document goes through the steps of its kind', () => {
		const {subject, ...rest} = ticket('202611230001');
		const old = {...rest, v: 0, title: subject};
		const result = must(decode('ticket', 'x.json', old, steps));
		assert.deepEqual(result, ticket('202611230001'));
	});

	test('steps run one after the other up to the version that is wanted', () => {
		const add = (from: number): Migration => ({
			kind: 'desk',
			from,
			up: document => ({...document, [`step${from}`]: true}),
		});
		assert.deepEqual(upgrade('desk', {v: 1}, 3, [add(2), add(1), add(3)]), {
			v: 3,
			step1: true,
			step2: true,
		});
	});

	test('an older document without a step, or without a version, is unreadable', () => {
		assert.equal(problemOf(decode('ticket', 'x', {v: 0})), 'document-unreadable');
		assert.equal(problemOf(decode('ticket', 'x', {})), 'document-unreadable');
		assert.equal(problemOf(decode('ticket', 'x', [])), 'document-unreadable');
	});

	test('a newer one is refused with both versions', () => {
		const result = decode('ticket', 'x', {v: 7});
		assert.deepEqual(result, {
			ok: false,
			problem: {name: 'data-newer', details: {path: 'x', found: 7, known: 1}},
		});
	});

	test('a field of a wrong type is named without its content', () => {
		const result = decode('ticket', 'x', {...ticket('202611230001'), tags: 'geheim'});
		assert.ok(!result.ok);
		assert.equal(result.problem.details['text'], 'tags: Array expected');
	});

	test('fields that the schema does not know are kept', () => {
		const noted = {...ticket('202611230001'), note: 'mine'};
		assert.deepEqual(must(decode('ticket', 'x', noted)), noted);
	});
});
