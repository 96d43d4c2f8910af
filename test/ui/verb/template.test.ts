import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Desk, SendRequest} from '../../../source/desk/desk.ts';
import type {Template} from '../../../source/domain/desk-document.ts';
import {fail, ok} from '../../../source/domain/result.ts';
import {textOf} from '../../../source/domain/text/text-buffer.ts';
import type {Ticket} from '../../../source/domain/ticket.ts';
import type {EffectContext} from '../../../source/ui/effect/context.ts';
import type {Effect} from '../../../source/ui/effect/effect.ts';
import {pickerItems} from '../../../source/ui/key/picker-key.ts';
import {sayWords} from '../../../source/ui/say-words.ts';
import {type Answers, createPureScreen, type PureScreen, sampleAnswers} from '../pure-screen.ts';
import {sampleNow} from '../sample-desk.ts';

const aTemplate = (part: Partial<Template>): Template => ({
	id: 'a',
	title: 'Danke',
	category: 'Allgemein',
	language: 'de',
	project: null,
	text: '{ANREDE},\n\nzu #{TICKET}: danke.\n\n{GRUSSWORT}\n{MITARBEITER}',
	order: 1,
	active: true,
	...part,
});

const plain = await sampleAnswers('krause');

const withTemplates = (...templates: readonly Template[]): Answers => ({
	...plain,
	me: {
		...plain.me,
		agent: {...plain.me.agent, signature: 'Viele Grüße\nMax'},
		desk: {...plain.me.desk, templates},
	},
});

const open = (...templates: readonly Template[]) =>
	createPureScreen(withTemplates(...templates), {rows: 24, columns: 80});

const shown = (screen: PureScreen): readonly string[] => {
	const {overlay} = screen.state();
	assert.ok(overlay?.kind === 'picker');
	const items = pickerItems(overlay, {say: screen.look.say, now: sampleNow});
	return items.map(item => sayWords(screen.look.say, item.label, sampleNow));
};

const body = (screen: PureScreen): string => {
	const {composer} = screen.state();
	assert.ok(composer);
	return textOf(composer.body);
};

test('^t offers active templates of the project or of none, German ones first on a German ticket', () => {
	const screen = open(
		aTemplate({id: 'en', title: 'Thanks', language: 'en', order: 1}),
		aTemplate({id: 'off', title: 'Alt', active: false}),
		aTemplate({id: 'other', title: 'Fremd', project: 'ANDERES'}),
		aTemplate({id: 'late', title: 'Zuletzt', category: 'Versand', order: 9}),
		aTemplate({id: 'a', title: 'Danke', order: 5}),
	);
	screen.press('j', 'j', 'r', 'ctrl+t');
	assert.deepEqual(shown(screen), ['Danke', 'Zuletzt', 'Thanks']);
	screen.press('v', 'e', 'r', 's');
	assert.deepEqual(shown(screen), ['Zuletzt'], 'the category is searched too');
});

test('for several tickets the templates in the language of the screen come first', () => {
	const templates = [
		aTemplate({id: 'en', title: 'Thanks', language: 'en', order: 1}),
		aTemplate({id: 'de', title: 'Danke', order: 1}),
	];
	for (const [language, titles] of [
		['de', ['Danke', 'Thanks']],
		['en', ['Thanks', 'Danke']],
	] as const) {
		const screen = createPureScreen(withTemplates(...templates), {rows: 24, columns: 80, language});
		screen.press('space', 'space', 'b', 'e');
		assert.deepEqual(shown(screen), titles);
	}
});

test('for one ticket of the list its subject says the language', () => {
	const screen = createPureScreen(
		withTemplates(
			aTemplate({id: 'en', title: 'Thanks', language: 'en', order: 1}),
			aTemplate({id: 'de', title: 'Danke', order: 1}),
		),
		{rows: 24, columns: 80, language: 'en'},
	);
	screen.press('b', 'e');
	assert.deepEqual(shown(screen), ['Danke', 'Thanks']);
});

test('a template is inserted filled at the cursor, once closed, and one undo takes it back', () => {
	const screen = open(aTemplate({}));
	screen.press('j', 'j', 'r', ...'PS', 'enter', 'up');
	const before = body(screen);
	screen.press('ctrl+t', 'enter');
	const text = body(screen);
	const {number, requester} = screen.state().composer?.ticket ?? {};
	assert.ok(text.startsWith(`Guten Tag ${requester?.name},\n\nzu #${number}: danke.\n`), text);
	assert.ok(text.includes(`Mit freundlichen Grüßen\n${plain.me.agent.name}PS\n`), text);
	assert.ok(before.includes('Viele Grüße\nMax') && !text.includes('Viele Grüße\nMax'));
	screen.press('ctrl+z', 'ctrl+z');
	assert.equal(body(screen), before);
});

test('t in the review goes back to writing and inserts there; a comment has no templates', () => {
	const screen = open(aTemplate({text: 'Mit {FIRMA}.'}));
	screen.press('j', 'j', 'r', 'alt+enter', 't', 'enter');
	assert.equal(screen.state().composer?.stage, 'write');
	assert.ok(body(screen).startsWith('Mit {FIRMA}.'));
	const comment = open(aTemplate({}));
	comment.press('j', 'j', 'c', 'ctrl+t');
	assert.equal(comment.state().overlay, null);
});

/** Every mail of the ticket as if a program had written it. */
const byProgram = (ticket: Ticket): Ticket => ({
	...ticket,
	messages: ticket.messages.map(message => ({...message, automatic: 'bulk'})),
});

/** Runs what was confirmed against a desk that refuses one ticket, and has one of a program. */
const send = async (
	screen: PureScreen,
	effects: readonly Effect[],
	{
		refused,
		program,
	}: {readonly refused?: string | undefined; readonly program?: string | undefined},
) => {
	const sent: SendRequest[] = [];
	const desk = {
		ticket: async (number: string) => {
			const ticket = plain.tickets.get(number);
			if (!ticket) return fail('ticket-missing', {number});
			return ok(number === program ? byProgram(ticket) : ticket);
		},
		send: async (request: SendRequest) => {
			if (request.number === refused) return fail('recipient-missing', {});
			sent.push(request);
			const undo = {action: 'callBack', input: {message: request.id}};
			return ok({message: request.id, messageId: '<m>', notBefore: '', undo});
		},
	} as unknown as Desk;
	let ids = 0;
	const context = {
		desk,
		store: {state: screen.state},
		say: screen.look.say,
		now: () => sampleNow,
		newId: () => `id${++ids}`,
	} as unknown as EffectContext;
	for (const effect of effects)
		if (effect.type === 'run') screen.dispatch(...(await effect.run(context)));
	return sent;
};

test('all marked tickets are answered with one template after their count was typed; a failed one stays marked', async () => {
	const screen = open(aTemplate({}), aTemplate({id: 'b', title: 'Offen', text: '{FIRMA}'}));
	screen.press('space', 'space', 'space', 'b', 'e');
	assert.deepEqual(shown(screen), ['Danke', 'Offen']);
	const marked = [...screen.state().marks.rows.keys()];
	assert.equal(marked.length, 3);
	screen.press('enter');
	const {overlay} = screen.state();
	assert.ok(overlay?.kind === 'dialog');
	assert.deepEqual(screen.press('enter'), [], 'Enter alone sends nothing');
	screen.press('b', 'e', 'enter');
	const [, refused = ''] = marked;
	const sent = await send(screen, screen.press('3', 'enter'), {refused});
	assert.deepEqual(
		sent.map(request => request.number),
		marked.filter(number => number !== refused),
	);
	for (const {number, draft} of sent) {
		const name = plain.tickets.get(number)?.requester.name;
		assert.ok(draft.text.startsWith(`Guten Tag${name ? ` ${name}` : ''},\n\nzu #${number}`));
		assert.ok(!draft.text.includes('{'));
	}
	assert.deepEqual([...screen.state().marks.rows.keys()], [refused]);
	const words = screen.state().toast?.words ?? '';
	assert.match(sayWords(screen.look.say, words, sampleNow), /2 von 3/u);
	const [undo] = screen.press('u');
	assert.ok(undo?.type === 'perform');
	assert.deepEqual(
		undo.steps.map(step => step.action),
		['callBack', 'callBack'],
	);
});

test('of several tickets, one whose last mail came from a program gets none and stays marked', async () => {
	const screen = open(aTemplate({}));
	screen.press('space', 'space', 'b', 'e');
	const [program, other] = [...screen.state().marks.rows.keys()];
	screen.press('enter');
	const sent = await send(screen, screen.press('2', 'enter'), {program});
	assert.deepEqual(
		sent.map(request => request.number),
		[other],
	);
	assert.deepEqual([...screen.state().marks.rows.keys()], [program]);
});

test('a single ticket is answered with a template whoever wrote last', async () => {
	const screen = open(aTemplate({}));
	screen.press('space', 'b', 'e');
	const [program] = [...screen.state().marks.rows.keys()];
	const sent = await send(screen, screen.press('enter'), {program});
	assert.equal(sent.length, 1);
});

test('a template with unknown variables can be read in the batch menu, not sent', () => {
	const screen = open(aTemplate({text: 'Hallo {FIRMA}'}));
	screen.press('b', 'e');
	assert.deepEqual(screen.press('enter'), []);
	assert.equal(screen.state().overlay?.kind, 'picker');
});
