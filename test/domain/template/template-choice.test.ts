import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Template} from '../../../source/domain/desk-document.ts';
import {
	groupedTemplates,
	namedTemplate,
	usableTemplates,
} from '../../../source/domain/template/template-choice.ts';

const aTemplate = (id: string, part: Partial<Template> = {}): Template => ({
	id,
	title: id,
	category: '',
	language: 'de',
	project: null,
	text: '',
	order: 0,
	active: true,
	...part,
});

const ids = (templates: readonly Template[]) => templates.map(({id}) => id);

test('templates stand by category in the order of the first of each', () => {
	const groups = groupedTemplates([
		aTemplate('c', {category: 'Versand/Ausland', order: 3}),
		aTemplate('b', {category: 'Allgemein', order: 2}),
		aTemplate('a', {category: 'Versand/Ausland', order: 1}),
	]);
	assert.deepEqual(
		groups.map(({category, templates}) => [category, ...ids(templates)]),
		[
			['Versand/Ausland', 'a', 'c'],
			['Allgemein', 'b'],
		],
	);
});

test('only active ones of the project or of none are offered, those in the language first', () => {
	const all = [
		aTemplate('en', {language: 'en', order: 1}),
		aTemplate('off', {active: false}),
		aTemplate('shop', {project: 'SHOP', order: 3}),
		aTemplate('other', {project: 'OTHER'}),
		aTemplate('de', {order: 2}),
	];
	assert.deepEqual(ids(usableTemplates(all, {project: 'SHOP', language: 'de'})), [
		'de',
		'shop',
		'en',
	]);
	assert.deepEqual(ids(usableTemplates(all, {project: null, language: 'en'})), ['en', 'de']);
});

test('a template is named by its id, or by a title that only one has', () => {
	const all = [aTemplate('a', {title: 'Danke'}), aTemplate('b', {title: 'Danke'}), aTemplate('c')];
	assert.equal(namedTemplate(all, 'A')?.id, 'a');
	assert.equal(namedTemplate(all, 'Danke'), null);
	assert.equal(namedTemplate(all.slice(1), ' danke ')?.id, 'b');
});
