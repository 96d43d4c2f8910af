import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Desk, Push} from '../../../source/desk/desk.ts';
import {fail} from '../../../source/domain/result.ts';
import {aMessage} from '../../domain/sample.ts';
import {journey} from '../journey.ts';
import {type Rendered, renderScreen} from '../render.tsx';
import {openSampleDesk} from '../sample-desk.ts';

const number = '202611230001';

/** The customer writes while somebody works on the ticket. */
const customerWrites = (screen: Rendered) =>
	screen.desk.store.change(number, ticket => ({
		ok: true,
		value: {
			...ticket,
			revision: ticket.revision + 1,
			messages: [
				...ticket.messages,
				aMessage({id: 'late', receivedAt: '2026-11-24T13:03:00.000Z', text: 'Hat sich erledigt!'}),
			],
		},
	}));

journey(
	'what a colleague does shows without a key, and the cursor stays on its ticket',
	async screen => {
		await screen.type('jj');
		const colleague = screen.desk.as('krause');
		await colleague.perform([
			{id: 'x1', number: '202611240005', action: 'status', input: {status: 'completed'}},
		]);
		await screen.see('[0 Eingang 10]');
		assert.match(await screen.frame(), /^> +202611230001/m);
	},
);

journey(
	'a colleague who has the ticket open is named in the list and in the ticket',
	async screen => {
		const colleague = screen.desk.as('krause');
		await colleague.present(number, true);
		await screen.see('[MK]');
		await screen.type('jj\r');
		await screen.see('Max Krause schreibt gerade');
	},
);

journey(
	'an answer to what is no longer the newest stops, shows why, and goes with a second y',
	async screen => {
		await screen.type('jjr');
		await screen.type('Bitte noch einmal versuchen.');
		await customerWrites(screen);
		await screen.press('alt+enter', 'y');
		await screen.see('Inzwischen ist etwas Neues gekommen');
		await screen.press('y');
		await screen.see('Mail in den Postausgang gelegt');
	},
);

journey(
	'after a send that failed the text is still there and goes on being saved',
	async screen => {
		await screen.type('jjr');
		await screen.type('Erster Satz. ');
		await screen.press('alt+enter', 'y');
		await screen.see('hat abgelehnt');
		await screen.press('e');
		await screen.type('Zweiter Satz.');
		await screen.see(/gesichert \d/);
		const ticket = await screen.desk.store.ticket(number);
		assert.match(ticket.ok ? (ticket.value.drafts[0]?.text ?? '') : '', /Zweiter Satz/);
	},
	{wrap: desk => ({...desk, send: async () => fail('server-refused')})},
);

journey('a private ticket of somebody else stays masked and takes no action', async screen => {
	await screen.type('jjj');
	assert.match(await screen.frame(), /^> +v +202611240006 privat +privates Ticket/m);
	await screen.press('x');
	await screen.see('das Ticket ist privat');
});

test('a lost connection is said, keys go on, and its return asks for everything anew', {
	timeout: 30_000,
}, async () => {
	const listeners = new Set<(push: Push) => void>();
	let windows = 0;
	const wrap = (desk: Desk): Desk => ({
		...desk,
		window: request => {
			windows++;
			return desk.window(request);
		},
		on: listener => {
			listeners.add(listener);
			const off = desk.on(listener);
			return () => {
				listeners.delete(listener);
				off();
			};
		},
	});
	const push = (state: 'lost' | 'back') => {
		for (const listener of listeners) listener({kind: 'connection', state, problem: null});
	};
	const screen = await renderScreen({wrap});
	try {
		push('lost');
		await screen.see('Verbindung unterbrochen seit 14:02');
		await screen.see('ohne Dienst seit 14:02');
		await screen.type('jj');
		assert.match(await screen.frame(), /^> +202611230001/m);
		await screen.press('escape');
		assert.doesNotMatch(await screen.frame(), /Verbindung unterbrochen/);
		const before = windows;
		push('back');
		await screen.frame();
		assert.ok(windows > before);
		assert.doesNotMatch(await screen.frame(), /ohne Dienst/);
	} finally {
		await screen.close();
	}
});

test('drafts of an earlier day and drafts kept on this machine are offered at the start', {
	timeout: 30_000,
}, async () => {
	const desk = await openSampleDesk();
	const first = await renderScreen({desk});
	await first.type('jjr');
	await first.type('Von gestern');
	await first.press('escape', 'q');
	await first.close();
	const kept = [...(await desk.store.summaries()).values()].filter(row => row.drafts.length > 0);
	assert.equal(kept.length, 1);
	const second = await renderScreen({desk});
	try {
		await second.see('1 Entwurf');
		await second.press(':');
		await second.type('Entwürfe');
		await second.press('enter');
		await second.press('enter');
		await second.see('Von gestern');
	} finally {
		await second.close();
		await desk.close();
	}
});

test('an unexpected error gives the terminal back, keeps the text and says what happened', {
	timeout: 30_000,
}, async () => {
	let isBroken = false;
	const wrap = (desk: Desk): Desk => ({
		...desk,
		window: async request => {
			const answer = await desk.window(request);
			if (!isBroken || !answer.ok) return answer;
			const rows = answer.value.rows.map(row => ({...row, requester: null as never, revision: 99}));
			return {ok: true, value: {...answer.value, rows}};
		},
	});
	const screen = await renderScreen({wrap});
	await screen.type('jjr');
	await screen.see('Antwort auf');
	await screen.press('escape', 'q');
	isBroken = true;
	await screen.desk
		.as('krause')
		.perform([{id: 'x2', number: '202611240005', action: 'prio', input: {on: true}}]);
	assert.equal(await screen.ended, 'crashed');
	await screen.see('raute musste anhalten');
	await screen.see('Ihre Entwürfe sind gesichert');
	await screen.close();
});
