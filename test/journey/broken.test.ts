import assert from 'node:assert/strict';
import {type TestContext, test} from 'node:test';
import {createSay} from '../../source/language/say.ts';
import {furnishAccount, openRoom, type Room, ticketAtCursor} from '../program/room.ts';
import type {JourneyTerminal} from '../program/terminal.ts';
import {testAccount} from '../server/test-account.ts';
import {customerMails} from './mail.ts';

const say = createSay('de');
const esc = '\u001B';
const text = 'Die Waage wird morgen früh abgeholt und in voller Höhe gutgeschrieben';

const begin = async (t: TestContext, size: readonly [columns: number, rows: number]) => {
	const room = await openRoom(t, 'de');
	// Nothing listens there: what is sent in these journeys stays in the outbox.
	await furnishAccount(room, testAccount({id: 'support', smtpPort: 1, tls: 'none'}));
	await room.receive(customerMails(6));
	const screen = room.screen(...size);
	await screen.waitFor(shown => (shown.match(/Rechnung \d/gu) ?? []).length >= 6);
	return {room, screen};
};

const place = (n: number): string => say('list.place', {n, total: 6});

const write = async (screen: JourneyTerminal): Promise<void> => {
	screen.type('r');
	await screen.waitFor(say('composer.reply'));
	screen.type('Die Waage wird ');
	await screen.waitFor('Die Waage wird');
};

/** The draft is found at the next start, offered, and goes on where it ended. */
const draftIsThere = async (room: Room, size: readonly [number, number], written: string) => {
	const again = room.screen(...size);
	await again.waitFor(say('count.drafts', {n: 1}));
	await again.waitFor(/Entwurf: Rec/u);
	const row = again
		.screen()
		.split('\n')
		.findIndex(line => line.includes('Entwurf: Rec'));
	const first = again
		.screen()
		.split('\n')
		.findIndex(line => line.startsWith('>'));
	again.type('j'.repeat(Math.max(0, row - first)));
	again.type('r');
	await again.waitFor(written);
	const drafts = await room.list('--query', 'is:draft');
	assert.equal(drafts.length, 1);
	again.type('\u001B\r');
	await again.waitFor(say('review.send'));
	again.type('y');
	await again.waitFor(say('done.sent'));
	const sent = (await room.show(drafts[0]?.number ?? '')).messages.at(-1);
	assert.ok(sent?.text.startsWith(written), sent?.text);
};

// None of it depends on the size; each runs at one of the two.
const small = [80, 24] as const;
const wide = [140, 40] as const;

test('keys glued into one packet all count at 80x24', {timeout: 60_000}, async t => {
	const {screen} = await begin(t, small);
	screen.type('jjj');
	await screen.waitFor(place(4));
	screen.type(`k${esc}[B${esc}OBj`);
	await screen.waitFor(place(6));
});

test('arrow keys torn by the line still are arrow keys at 140x40', {timeout: 60_000}, async t => {
	const {screen} = await begin(t, wide);
	await screen.typeSlowly([esc, '[B', `${esc}[`, 'B', esc, '[', 'B'], 40);
	await screen.waitFor(place(4));
	await write(screen);
	await screen.typeSlowly([esc, '[D', `${esc}[`, 'D', esc, 'O', 'D'], 40);
	screen.type('X');
	await screen.waitFor('Die Waage wiXrd');
});

test('a window closed while typing keeps the draft at 80x24', {timeout: 60_000}, async t => {
	const {room, screen} = await begin(t, small);
	await write(screen);
	screen.type('mitten im W');
	// What lies unread in a closed terminal is gone with it; what was shown must not be.
	await screen.waitFor('mitten im W');
	screen.hangUp();
	assert.equal(await screen.ended, 129);
	await draftIsThere(room, small, 'Die Waage wird mitten im W');
});

test('SIGHUP while typing keeps the draft and ends with 129 at 140x40', {
	timeout: 60_000,
}, async t => {
	const {room, screen} = await begin(t, wide);
	await write(screen);
	screen.type('noch ein W');
	await screen.waitFor('noch ein W');
	screen.signal('SIGHUP');
	assert.equal(await screen.ended, 129);
	await draftIsThere(room, wide, 'Die Waage wird noch ein W');
});

test('the service killed while typing: said, back again, no key lost at 80x24', {
	timeout: 60_000,
}, async t => {
	const {room, screen} = await begin(t, small);
	const {number} = await ticketAtCursor(room, screen);
	const pid = await room.servicePid();
	screen.type('r');
	await screen.waitFor(say('composer.reply'));
	const typing = screen.typeSlowly([...text], 30);
	await screen.waitFor('Die Waage');
	process.kill(pid, 'SIGKILL');
	await screen.waitFor('Verbindung unterbrochen');
	await typing;
	await screen.waitFor(shown => !shown.includes('Verbindung unterbrochen'));
	assert.notEqual(await room.servicePid(), pid);
	screen.type('\u001B\r');
	await screen.waitFor(say('review.send'));
	screen.type('y');
	await screen.waitFor(say('done.sent'));
	const sent = (await room.show(number)).messages.at(-1);
	assert.equal(sent?.text.split('\n')[0], text);
});
