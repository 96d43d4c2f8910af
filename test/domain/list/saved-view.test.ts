import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	type SavedView,
	viewAsking,
	viewNamed,
	viewsOf,
	withoutView,
	withView,
} from '../../../source/domain/list/saved-view.ts';

const view = (name: string, filter: string): SavedView => ({
	name,
	query: {tab: 'inbox', sort: 'newest', filter},
});

test('a view is found, replaced and removed by its name, whatever its case', () => {
	const views = withView(withView([view('Rechnungen', 'rechnung')], view('VIP', 'tag:vip')), {
		...view('rechnungen', 'mahnung'),
	});
	assert.deepEqual(
		views.map(({name}) => name),
		['rechnungen', 'VIP'],
	);
	assert.equal(viewNamed(views, 'RECHNUNGEN')?.query.filter, 'mahnung');
	assert.deepEqual(
		withoutView(views, 'vip').map(({name}) => name),
		['rechnungen'],
	);
});

test('a view is what asks its very question; a plain tab is none', () => {
	const views = [view('VIP', 'tag:vip'), view('Leer', '')];
	assert.equal(viewAsking(views, {tab: 'inbox', sort: 'newest', filter: 'tag:vip'}), views[0]);
	assert.equal(viewAsking(views, {tab: 'mine', sort: 'newest', filter: 'tag:vip'}), null);
	assert.equal(viewAsking(views, {tab: 'inbox', sort: 'newest', filter: ''}), null);
});

test('of a file by hand what is no view is left out', () => {
	const good = view('VIP', 'tag:vip');
	assert.deepEqual(viewsOf([good, {name: 'x'}, 7, {...good, name: 'vip'}]), [good]);
	assert.deepEqual(viewsOf({}), []);
});
