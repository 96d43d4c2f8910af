import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';
import {createSay, type Language} from '../../source/language/say.ts';
import {openRoom, type Room} from '../program/room.ts';
import type {JourneyTerminal} from '../program/terminal.ts';
import {customerMails} from './mail.ts';

type Journey = {
	readonly room: Room;
	readonly screen: JourneyTerminal;
	readonly say: ReturnType<typeof createSay>;
};

const queues = async ({room}: Journey): Promise<readonly {label: string; name: string}[]> =>
	JSON.parse(await room.mustRaute(['queue', 'list', '--json']));

/** By the palette, which knows every tab by its name. */
const openTab = async ({screen, say}: Journey, tab: 'queues' | 'look'): Promise<void> => {
	screen.type(':');
	await screen.waitFor('│ > ');
	const name = say(`settings.tab.${tab}`);
	screen.type(`${say('settings.title').slice(0, 6)}`);
	await screen.waitFor(name);
	screen.type('\u001B');
	await screen.waitFor(shown => !shown.includes('│ > '));
	screen.type(',');
	await screen.waitFor(say('settings.title'));
	for (let step = 0; step < 20; step++) {
		const shown = screen.screen();
		if (shown.includes(`[${name}]`)) return;
		screen.type('l');
		await screen.waitFor(next => next !== shown);
	}
	assert.fail(`no tab ${name}`);
};

const addAndEdit = async (journey: Journey): Promise<void> => {
	const {screen, say} = journey;
	screen.type('+');
	await screen.waitFor(say('form.new'));
	screen.type('Recht\tRechtsabteilung\r');
	await screen.waitFor(say('settings.done.added', {what: 'Rechtsabteilung'}));
	screen.type('\r');
	await screen.waitFor(/> (?:Kennung|Label) +Recht/u);
	screen.type('\t und mehr\r');
	await screen.waitFor(say('settings.done.saved', {what: 'Rechtsabteilung und mehr'}));
	assert.equal((await queues(journey)).at(-1)?.name, 'Rechtsabteilung und mehr');
	screen.type('u');
	await screen.waitFor(/> Recht +Rechtsabteilung +(?:niemand|nobody)/u);
	screen.type('u');
	await screen.waitFor(shown => !/Recht +Rechtsabteilung/u.test(shown));
	assert.ok((await queues(journey)).every(({label}) => label !== 'Recht'));
	screen.type('U');
	await screen.waitFor(/> Recht +Rechtsabteilung/u);
};

/** The service dies under a form that is being written; what was typed is saved by the next one. */
const outliveService = async (journey: Journey): Promise<void> => {
	const {room, screen, say} = journey;
	screen.type('+');
	await screen.waitFor(say('form.new'));
	screen.type('Lager\tLager Nord');
	await screen.waitFor('Lager Nord');
	process.kill(await room.servicePid(), 'SIGKILL');
	screen.type(' und Sued');
	await screen.waitFor('Lager Nord und Sued');
	screen.type('\r');
	await screen.waitFor(say('settings.done.added', {what: 'Lager Nord und Sued'}));
	assert.equal((await queues(journey)).at(-1)?.name, 'Lager Nord und Sued');
};

const removeWithTickets = async (journey: Journey, numbers: readonly string[]): Promise<void> => {
	const {room, screen, say} = journey;
	const inQueue = async (label: string) => (await room.list('--queue', label)).length;
	for (const number of numbers) await room.mustRaute(['set', number, '--queue', 'IT']);
	screen.type('gd');
	await screen.waitFor(say('settings.queues.where', {what: 'IT'}));
	screen.type('\r');
	await screen.waitFor(say('settings.done.removed', {what: 'IT'}));
	assert.equal(await inQueue('Recht'), numbers.length);
	screen.type('u');
	await screen.waitFor(say('toast.undone', {what: say('settings.done.removed', {what: 'IT'})}));
	assert.equal(await inQueue('IT'), numbers.length);
};

/** Own settings are in force at once and at the next start, for the command line as well. */
const changeLook = async (journey: Journey, other: Language): Promise<void> => {
	const {room, screen} = journey;
	const otherSay = createSay(other);
	screen.type('q');
	await screen.waitFor(journey.say('list.noFilter'));
	await openTab(journey, 'look');
	screen.type('g\r');
	await screen.waitFor(/▾/u);
	screen.type(other === 'en' ? '\u001B[D\r' : '\u001B[C\r');
	await screen.waitFor(otherSay('settings.title'));
	const look = JSON.parse(
		await readFile(join(room.folder, 'config', 'raute', 'look.json'), 'utf8'),
	);
	assert.equal(look.language, other);
	const {err} = await room.raute(['nonsense']);
	assert.ok(err.includes(otherSay('cli.unknown-command', {command: 'nonsense'})));
};

for (const language of ['de', 'en'] as const satisfies readonly Language[]) {
	test(`settings at 80x24 in ${language}: a queue from its first to its last day, and the look`, {
		timeout: 120_000,
	}, async t => {
		const room = await openRoom(t, language);
		await room.mustRaute(['queue', 'add', 'IT', '--name', 'IT']);
		const numbers = await room.receive(customerMails(3));
		const screen = room.screen(80, 24);
		const journey = {room, screen, say: createSay(language)};
		await screen.waitFor('Rechnung 3');
		await openTab(journey, 'queues');
		await addAndEdit(journey);
		await removeWithTickets(journey, numbers);
		await outliveService(journey);
		await changeLook(journey, language === 'de' ? 'en' : 'de');
		screen.type('qq');
		assert.equal(await screen.ended, 0);
	});
}
