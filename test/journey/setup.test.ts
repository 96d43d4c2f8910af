import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createSay, type Language} from '../../source/language/say.ts';
import {openRoom, type Room} from '../program/room.ts';
import type {JourneyTerminal} from '../program/terminal.ts';
import {type Dovecot, dovecotMissing, startDovecot} from '../server/dovecot.ts';
import {type SmtpSink, startSmtpSink} from '../server/smtp.ts';
import {customerMail} from './mail.ts';

type Setup = {
	readonly room: Room;
	readonly dovecot: Dovecot;
	readonly sink: SmtpSink;
	readonly say: ReturnType<typeof createSay>;
	/** Key presses so far, as a person would make them. */
	readonly keys: {count: number};
};

const [enter, tab, esc, control] = ['\r', '\t', '\u001B', '\u0003'];
const [right, altEnter, clear] = ['\u001B[C', '\u001B\r', '\u0015'];

/** Keys as one packet each, counted; an escape sequence is one press. */
const press = async (
	{keys}: Setup,
	screen: JourneyTerminal,
	...typed: readonly string[]
): Promise<void> => {
	for (const text of typed) {
		keys.count += text.startsWith(esc) ? 1 : [...text].length;
		await screen.typeSlowly([text], 30);
	}
};

const deliver = async ({dovecot}: Setup): Promise<void> => {
	for (const index of [1, 2, 3])
		await dovecot.drop.deliver(customerMail(index), {receivedAt: new Date('2026-09-15T09:00:00Z')});
	for (const index of [4, 5])
		await dovecot.drop.deliver(customerMail(index), {receivedAt: new Date('2026-11-20T09:00:00Z')});
};

/** Nothing was taken, flagged or sent. */
const isUntouched = async ({room, dovecot, sink}: Setup): Promise<void> => {
	assert.equal((await room.list()).length, 0);
	assert.ok((await dovecot.drop.flags()).every(flags => !/[ST]/u.test(flags)));
	assert.equal(sink.mails.length, 0);
};

/** Step 2: address and password, then what no discovery can know of servers on loopback. */
const typeAccount = async (setup: Setup, screen: JourneyTerminal): Promise<void> => {
	const {dovecot, sink} = setup;
	await press(setup, screen, 'support@firma.example', tab, tab, 'falsch', tab);
	await press(setup, screen, '127.0.0.1', tab, clear, String(dovecot.ports.tls), tab, tab);
	await press(setup, screen, '127.0.0.1', tab, clear, String(sink.port), tab, right, right, tab);
	await press(setup, screen, 'desk', tab, ' ', enter);
};

const account = async (setup: Setup, screen: JourneyTerminal): Promise<void> => {
	const {room, say} = setup;
	await screen.waitFor(say('setup.step', {n: 2, of: 4}));
	await typeAccount(setup, screen);
	// The server's own words, and nothing kept.
	await screen.waitFor(/535 wrong\s+password/u);
	assert.equal((await room.mustRaute(['account', 'list', '--json'])).includes('support'), false);
	const before = setup.keys.count;
	await press(setup, screen, clear, 'geheim', enter);
	await screen.waitFor(say('setup.step', {n: 3, of: 4}));
	// Whoever types the right password at once saves these.
	setup.keys.count = before;
	const saved = JSON.parse(await room.mustRaute(['account', 'list', '--json']));
	assert.equal(saved[0].ticketsEnabled, false);
	await room.raute(['import']);
	await isUntouched(setup);
};

const team = async (setup: Setup, screen: JourneyTerminal): Promise<void> => {
	await press(setup, screen, tab, 'Anna Weber', tab, 'otto Otto Meier', tab);
	await press(setup, screen, 'IT Technik', enter, 'Buchhaltung Rechnungen @otto', tab, right);
	await screen.waitFor('Technik ▾');
};

/** Away with ^c and out; the next start goes on in the same place. */
const leaveAndComeBack = async (
	{room, say}: Setup,
	screen: JourneyTerminal,
): Promise<JourneyTerminal> => {
	screen.type(control);
	await screen.waitFor(say('setup.left'));
	await screen.typeSlowly([control, control], 200);
	assert.equal(await screen.ended, 0);
	const again = room.screen(80, 24, ['setup']);
	await again.waitFor(say('setup.step', {n: 3, of: 4}));
	await again.waitFor('otto Otto Meier');
	return again;
};

const firstImport = async (setup: Setup, screen: JourneyTerminal): Promise<void> => {
	const {say, dovecot} = setup;
	await screen.waitFor(say('setup.step', {n: 4, of: 4}));
	await screen.waitFor(say('setup.counts', {n: 5, of: 5}));
	await screen.waitFor(say('setup.toImport', {n: 5}));
	await press(setup, screen, '2026-11-01');
	await screen.waitFor(say('setup.toImport', {n: 2}));
	await isUntouched(setup);
	await press(setup, screen, enter);
	await screen.waitFor('Rechnung 4');
	await screen.waitFor('Rechnung 5');
	const flags = await dovecot.drop.flags();
	assert.equal(flags.filter(one => one.includes('S')).length, 2, 'only what was taken is read');
};

const answer = async (setup: Setup, screen: JourneyTerminal): Promise<void> => {
	const {say, sink} = setup;
	await press(setup, screen, 'r');
	await screen.waitFor(say('composer.reply'));
	await press(setup, screen, 'Danke, wir pruefen das.', altEnter);
	await screen.waitFor(say('review.send'));
	await press(setup, screen, 'y');
	await screen.waitFor(say('done.sent'));
	await screen.waitFor(() => sink.mails.length === 1, 30_000);
	assert.match(sink.mails[0]?.raw ?? '', /Danke, wir pruefen das\./u);
};

const checkTeam = async ({room}: Setup): Promise<void> => {
	const agents = JSON.parse(await room.mustRaute(['agent', 'list', '--json']));
	assert.ok(agents.some(({name}: {name: string}) => name === 'Anna Weber'));
	assert.ok(agents.some(({login}: {login: string}) => login === 'otto'));
	const queues = JSON.parse(await room.mustRaute(['queue', 'list', '--json']));
	assert.deepEqual(
		queues.map(({label, responsible}: {label: string; responsible: string}) => [
			label,
			responsible,
		]),
		[
			['IT', null],
			['Buchhaltung', 'otto'],
		],
	);
	const [saved] = JSON.parse(await room.mustRaute(['account', 'list', '--json']));
	assert.equal(saved.defaultQueue, 'IT');
	assert.equal(saved.fromDate, '2026-11-01');
};

for (const language of ['de', 'en'] as const satisfies readonly Language[]) {
	test(`from raute setup to the first answered ticket, in ${language}`, {
		timeout: 180_000,
		skip: dovecotMissing() ?? false,
	}, async t => {
		const [dovecot, sink] = await Promise.all([startDovecot(), startSmtpSink()]);
		t.after(() => Promise.all([dovecot.dispose(), sink.close()]));
		const room = await openRoom(t, language);
		const setup: Setup = {room, dovecot, sink, say: createSay(language), keys: {count: 0}};
		await deliver(setup);
		const began = performance.now();
		const screen = room.screen(80, 24, ['setup']);
		await screen.waitFor(setup.say('setup.step', {n: 1, of: 4}));
		await press(setup, screen, enter);
		await account(setup, screen);
		await team(setup, screen);
		const again = await leaveAndComeBack(setup, screen);
		await press(setup, again, enter);
		await firstImport(setup, again);
		await answer(setup, again);
		await checkTeam(setup);
		const minutes = ((performance.now() - began) / 60_000).toFixed(1);
		t.diagnostic(
			`${setup.keys.count} key presses, ${minutes} minutes with the detours of this test`,
		);
	});
}

test('without a terminal raute setup says which commands do the same', async t => {
	const room = await openRoom(t, 'en');
	const {code, err} = await room.raute(['setup']);
	assert.equal(code, 2);
	assert.match(err, /raute account add/u);
});
