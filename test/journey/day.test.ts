import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createSay, type Language} from '../../source/language/say.ts';
import {furnishAccount, openRoom, type Room, ticketAtCursor} from '../program/room.ts';
import type {JourneyTerminal} from '../program/terminal.ts';
import {startSmtpSink} from '../server/smtp.ts';
import {testAccount} from '../server/test-account.ts';
import {until} from '../until.ts';
import {customerMails} from './mail.ts';

const altEnter = '\u001B\r';

type Journey = {
	readonly room: Room;
	readonly screen: JourneyTerminal;
	readonly say: ReturnType<typeof createSay>;
};

const comment = async ({room, screen, say}: Journey, number: string): Promise<void> => {
	screen.type('c');
	await screen.waitFor(say('composer.comment'));
	screen.type(`Bitte zurückrufen${altEnter}`);
	await screen.waitFor(say('review.comment'));
	screen.type('y');
	await screen.waitFor(say('done.comment', {n: 1}));
	await screen.waitFor('Bitte zurückrufen');
	const {comments, messages} = await room.show(number);
	const texts = comments.map(({text}) => text);
	assert.deepEqual(texts, ['Bitte zurückrufen']);
	assert.equal(messages.length, 1, 'a comment is not mailed');
};

const answerAndCallBack = async ({room, screen, say}: Journey, number: string): Promise<void> => {
	screen.type('r');
	await screen.waitFor(say('composer.reply'));
	screen.type(`Die Waage wird gutgeschrieben.${altEnter}`);
	await screen.waitFor(say('review.send'));
	screen.type('y');
	await screen.waitFor(say('done.sent'));
	const sent = await room.show(number);
	assert.equal(sent.status, 'waiting_customer');
	assert.equal(sent.messages.at(-1)?.direction, 'out');
	assert.match(sent.messages.at(-1)?.text ?? '', /^Die Waage wird gutgeschrieben\./u);
	screen.type('u');
	await screen.waitFor(say('composer.reply'));
	await screen.waitFor('Die Waage wird gutgeschrieben.');
	const back = await room.show(number);
	assert.equal(back.messages.length, 1, 'the answer has left the outbox');
	assert.notEqual(back.status, 'waiting_customer');
	screen.type(altEnter);
	await screen.waitFor(say('review.send'));
	screen.type('q');
	await screen.waitFor(shown => !shown.includes(say('review.send')));
};

const closeThreeAndUndo = async ({room, screen, say}: Journey): Promise<void> => {
	const status = say('status.completed');
	screen.type('   x');
	await screen.waitFor(say('done.status', {n: 3, status}));
	assert.equal((await room.list('--status', 'completed')).length, 3);
	assert.equal((await room.list()).length, 3);
	screen.type('u');
	await screen.waitFor(shown => (shown.match(/Rechnung \d/gu) ?? []).length >= 6);
	await until(async () => (await room.list('--status', 'completed')).length === 0);
	assert.equal((await room.list()).length, 6);
};

const day = (language: Language, columns: number, rows: number): void => {
	test(`a day's work at ${columns}x${rows} in ${language}: read, comment, answer, call it back, close three, undo`, {
		timeout: 120_000,
	}, async t => {
		const sink = await startSmtpSink();
		t.after(() => sink.close());
		const room = await openRoom(t, language);
		await furnishAccount(room, testAccount({id: 'support', smtpPort: sink.port, tls: 'none'}));
		await room.receive(customerMails(6));
		const screen = room.screen(columns, rows);
		const journey = {room, screen, say: createSay(language)};
		await screen.waitFor(shown => (shown.match(/Rechnung \d/gu) ?? []).length >= 6);
		const {number, subject} = await ticketAtCursor(room, screen);
		screen.type('\r');
		await screen.waitFor(`auf der ${subject.replace(/ stimmt.*/u, '')} steht eine Waage zu viel`);
		await screen.waitFor(number);
		await comment(journey, number);
		await answerAndCallBack(journey, number);
		screen.type('q');
		await screen.waitFor(`/ ${journey.say('hint.find')}`);
		await closeThreeAndUndo(journey);
		screen.type('q');
		assert.equal(await screen.ended, 0);
		assert.equal(sink.mails.length, 0, 'what was called back was never sent');
	});
};

// None of it depends on both together: each language and each size once.
day('de', 80, 24);
day('en', 140, 40);
