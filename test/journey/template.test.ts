import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createSay, type Language} from '../../source/language/say.ts';
import {furnishAccount, openRoom} from '../program/room.ts';
import {startSmtpSink} from '../server/smtp.ts';
import {testAccount} from '../server/test-account.ts';
import {customerMail} from './mail.ts';

const altEnter = '\u001B\r';
const ctrlT = '\u0014';
const ctrlW = '\u0017';

/** The template that is looked for by a word of its title, and what it says when it is filled. */
const wanted = {
	de: {search: 'verspätet', title: 'Lieferung verspätet sich', text: 'Ihre Lieferung verspätet'},
	en: {search: 'is late', title: 'Delivery is late', text: 'that your delivery is late'},
} as const;

const mails = {
	de: customerMail(1),
	en: customerMail(1).replace(
		/Guten Tag,[\s\S]*/u,
		'Hello,\n\nthe scale on this invoice has not arrived and we are waiting for it.\n',
	),
} as const;

const openings = {de: 'Guten Tag Karla Kunde 1,', en: 'Hello Karla Kunde 1,'} as const;

const journey = (language: Language): void => {
	test(`a template with variables in ${language}: found, seen filled, inserted; an unknown variable stops the send`, {
		timeout: 120_000,
	}, async t => {
		const sink = await startSmtpSink();
		t.after(() => sink.close());
		const room = await openRoom(t, language);
		const say = createSay(language);
		const {search, title, text} = wanted[language];
		await furnishAccount(room, testAccount({id: 'support', smtpPort: sink.port, tls: 'none'}));
		const [number = ''] = await room.receive([mails[language]]);
		const screen = room.screen(80, 24);
		await screen.waitFor(/Rechnung 1/u);
		screen.type('r');
		await screen.waitFor(say('composer.reply'));
		screen.type(ctrlT);
		await screen.waitFor(say('picker.templateHint'));
		await screen.waitFor(openings[language]);
		screen.type(search);
		await screen.waitFor(title);
		await screen.waitFor(text);
		screen.type('\r');
		await screen.waitFor(shown => shown.includes(text) && !shown.includes(say('picker.preview')));
		screen.type(` {FIRMA}${altEnter}`);
		await screen.waitFor(say('review.send'));
		await screen.waitFor(say('finding.variables-unfilled', {variables: '{FIRMA}'}));
		screen.type('y');
		await screen.waitFor(say('problem.variables-unfilled.what', {variables: 'FIRMA'}));
		assert.equal((await room.show(number)).messages.length, 1, 'nothing was sent');
		screen.type('e');
		await screen.waitFor(say('composer.reply'));
		screen.type(`${ctrlW}${altEnter}`);
		await screen.waitFor(say('review.send'));
		await screen.waitFor(shown => !shown.includes('{FIRMA}'));
		screen.type('y');
		await screen.waitFor(say('done.sent', {n: 1}));
		const sent = (await room.show(number)).messages.at(-1);
		assert.equal(sent?.direction, 'out');
		assert.ok(sent?.text.startsWith(openings[language]), sent?.text);
		assert.ok(sent?.text.includes(text));
		assert.doesNotMatch(sent?.text ?? '', /\{/u);
	});
};

journey('de');
journey('en');
