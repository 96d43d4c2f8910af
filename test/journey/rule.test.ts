import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createSay, type Language} from '../../source/language/say.ts';
import {openRoom, type Room} from '../program/room.ts';
import type {JourneyTerminal} from '../program/terminal.ts';

const mail = (index: number, from: string, subject: string): string =>
	[
		`From: ${from}`,
		'To: support@desk.test',
		`Subject: ${subject}`,
		`Message-ID: <rule-${index}@example.test>`,
		'Date: Mon, 23 Nov 2026 10:00:00 +0100',
		'',
		'Hallo',
		'',
	].join('\r\n');

const invoice = (index: number): string =>
	mail(index, `Stadtwerke <${index}@shop.example>`, `Ihre Rechnung ${index}`);

type Journey = {
	readonly room: Room;
	readonly screen: JourneyTerminal;
	readonly say: ReturnType<typeof createSay>;
};

/** Chooses a line of the menu of a field by its first letters, with the cursor on that field. */
const choose = async ({screen}: Journey, title: string, label: string): Promise<void> => {
	screen.type(' ');
	await screen.waitFor(shown => shown.includes(`── ${title} `));
	screen.type(label.slice(0, 5));
	await screen.waitFor(shown => new RegExp(`^>.*${label.slice(0, 5)}`, 'mu').test(shown));
	screen.type('\r');
	await screen.waitFor(shown => !shown.includes(`── ${title} `));
};

/** Writes a rule in the form: a subject, a queue; its dry run names what it would hit. */
const writeRule = async (journey: Journey): Promise<void> => {
	const {screen, say} = journey;
	screen.type(',');
	await screen.waitFor(say('settings.title'));
	while (!screen.screen().includes(`[${say('settings.tab.rules')}]`)) {
		const before = screen.screen();
		screen.type('l');
		await screen.waitFor(shown => shown !== before);
	}
	screen.type('+');
	await screen.waitFor(say('settings.rules.addCondition'));
	screen.type('Invoices\t\t');
	await choose(journey, say('settings.rules.addCondition'), say('rule.field.subject'));
	screen.type('/rechnung|invoice/i\t\t');
	await choose(journey, say('settings.rules.addAction'), say('rule.action.queue'));
	screen.type('\u001B[C');
	await screen.waitFor('Einkauf');
	screen.type('\u001Bt');
	await screen.waitFor(say('rules.trial', {n: 2, of: 3}));
	await screen.waitFor('Ihre Rechnung 2');
	assert.ok(!screen.screen().includes('Guten Tag'));
	screen.type('\r');
	await screen.waitFor(say('settings.done.added', {what: 'Invoices'}));
};

/** The rules on all tickets: what would change, the question, and one step back. */
const applyToAll = async ({room, screen, say}: Journey): Promise<void> => {
	const inQueue = async () => (await room.list('--queue', 'Einkauf')).length;
	assert.equal(await inQueue(), 0);
	screen.type('q');
	await screen.waitFor(shown => !shown.includes(say('settings.title')));
	screen.type('V');
	await screen.waitFor(shown => (shown.match(/^[> ]x/gmu) ?? []).length === 3);
	screen.type('bn');
	await screen.waitFor(say('rules.would', {n: 2, of: 3}));
	assert.equal(await inQueue(), 0, 'a dry run changes nothing');
	screen.type('y');
	await screen.waitFor(say('done.applyRules', {n: 2}));
	assert.equal(await inQueue(), 2);
	screen.type('u');
	await screen.waitFor(say('toast.undone', {what: say('done.applyRules', {n: 2})}));
	assert.equal(await inQueue(), 0);
};

const journeyIn = (language: Language): void => {
	test(`a rule with a dry run at 80x24 in ${language}: write, try, save, apply to all, undo`, {
		timeout: 120_000,
	}, async t => {
		const room = await openRoom(t, language);
		await room.mustRaute(['queue', 'add', 'Einkauf', '--name', 'Einkauf']);
		const hello = mail(3, 'Kim <kim@example.test>', 'Guten Tag');
		await room.receive([invoice(1), invoice(2), hello]);
		const screen = room.screen(80, 24);
		const journey = {room, screen, say: createSay(language)};
		await screen.waitFor('Guten Tag');
		await writeRule(journey);
		await applyToAll(journey);
		const [number = ''] = await room.receive([invoice(4)]);
		const ticket = await room.show(number);
		assert.equal(ticket.queue, 'Einkauf', 'a new mail meets the rule');
		const before = await room.list('--queue', 'Einkauf');
		assert.equal(before.length, 1);
		screen.type('q');
		assert.equal(await screen.ended, 0);
		await room.mustRaute(['stop']);
		const [rule] = JSON.parse(await room.mustRaute(['rule', 'list', '--json']));
		assert.equal(rule.hits, 1, 'hits are written when the service ends');
	});
};

journeyIn('de');
journeyIn('en');
