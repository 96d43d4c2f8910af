import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ok} from '../../../source/domain/result.ts';
import {anAccount} from '../../domain/sample.ts';
import {type Rendered, renderScreen} from '../render.tsx';
import {openSampleDesk} from '../sample-desk.ts';
import {goToTab} from './tabs-open.ts';

const imap = {host: 'mail.test', port: 993, tls: 'tls' as const, user: 'u', allowSelfSigned: false};

/** The schedules of a desk with one account whose server is away. */
const withJobs = async (login: string, body: (screen: Rendered) => Promise<void>) => {
	const desk = await openSampleDesk();
	const state = {marks: {}, lastPass: null};
	await desk.store.changeAccount('shop', () =>
		ok({v: 1, account: anAccount({id: 'shop', imap}), state}),
	);
	const screen = await renderScreen({desk, login, columns: 120, rows: 30});
	try {
		await screen.press(',');
		await goToTab(screen, 'jobs');
		await body(screen);
	} finally {
		await screen.close();
		await desk.close();
	}
};

test('a schedule is run, its run is shown, it is switched off and on again', () =>
	withJobs('krause', async screen => {
		assert.match(await screen.frame(), /Import +alle 5 min +- +/u);
		await screen.press('r');
		await screen.see(/Abruf fehlgeschlagen: shop/u);
		await screen.see(/Import +alle 5 min +Di 14:02 +Di 14:07 +0 s/u);
		await screen.press('space');
		await screen.see(/Import +alle 5 min +Di 14:02 +- /u);
		assert.equal(screen.desk.store.desk().jobs[0]?.active, false);
		await screen.press('u');
		await screen.see(/Import +alle 5 min +Di 14:02 +Di 14:07/u);
		await screen.press('x');
		await screen.see(/Der Abruf endet nach den Mails/u);
	}));

test('a new one gets its kind, weekday and time; a wrong time is said while typing', () =>
	withJobs('krause', async screen => {
		await screen.press('+', ...'Nachts', 'tab', 'right', 'tab', 'right', 'tab');
		assert.match(await screen.frame(), /Art +Uhrzeit/u);
		assert.match(await screen.frame(), /Wochentag +Montag/u);
		await screen.press('9', '9');
		await screen.see(/Bitte eine Uhrzeit eingeben/u);
		await screen.press('backspace', 'backspace', ...'03:00', 'enter');
		await screen.see(/Nachts +Montag 03:00/u);
		const job = screen.desk.store.desk().jobs.at(-1);
		assert.deepEqual(
			[job?.id, job?.kind, job?.weekday, job?.startTime, job?.type, job?.parameter, job?.active],
			['nachts', 'daily', 1, '03:00', 'cronjob', 'tickets', true],
		);
	}));

test('who lacks the right sees the schedules and why they stay as they are', () =>
	withJobs('weber', async screen => {
		assert.match(await screen.frame(), /Import +alle 5 min/u);
		const before = screen.desk.store.desk().jobs;
		for (const key of ['r', 'space']) {
			await screen.press(key);
			await screen.see(/! .*: das Recht, Prozessstarter zu ändern, fehlt/u);
		}
		assert.deepEqual(screen.desk.store.desk().jobs, before);
	}));
