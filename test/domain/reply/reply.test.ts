import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Account} from '../../../source/domain/account/account.ts';
import {forwardDraft} from '../../../source/domain/reply/forward.ts';
import {replyRecipients} from '../../../source/domain/reply/recipients.ts';
import {answeredMessage, replyDraft} from '../../../source/domain/reply/reply.ts';
import {ownAddresses, sendingAccount} from '../../../source/domain/reply/sender.ts';
import {aMessage, anAccount, aTicket, person} from '../sample.ts';

const words = {
	attribution: 'Am {DATE} schrieb {NAME}:',
	forwarded: 'Weitergeleitete Nachricht',
	from: 'Von',
	to: 'An',
	cc: 'Kopie',
	date: 'Datum',
	subject: 'Betreff',
	formatDate: (iso: string) => iso.slice(0, 10),
};

const parts = (accounts: readonly Account[] = [anAccount()]) => ({
	id: 'd1',
	agent: {login: 'anna', signature: 'Viele Grüße\nAnna Weber'},
	now: '2026-11-23T10:00:00.000Z',
	words,
	accounts,
	defaultAccount: null,
	original: true,
});

const own = ownAddresses([anAccount({aliases: ['info@firma.example']})]);

const addresses = (list: ReadonlyArray<{address: string}>) => list.map(one => one.address);

test('an answer goes to Reply-To when there is one, else to From', () => {
	const plain = replyRecipients(aMessage(), {kind: 'reply', own});
	assert.deepEqual(addresses(plain.to), ['j.uebelacker@example.de']);
	const wished = aMessage({replyTo: [person('chef@example.de')]});
	assert.deepEqual(addresses(replyRecipients(wished, {kind: 'reply', own}).to), [
		'chef@example.de',
	]);
});

test('an answer to all leaves out our own addresses and repetitions, whatever their case', () => {
	const message = aMessage({
		to: [
			person('Support@Firma.example'),
			person('b@example.de'),
			person('J.Uebelacker@example.de'),
		],
		cc: [person('B@example.de'), person('c@example.de'), person('info@firma.example')],
	});
	const {to, cc} = replyRecipients(message, {kind: 'reply-all', own});
	assert.deepEqual(addresses(to), ['j.uebelacker@example.de', 'b@example.de']);
	assert.deepEqual(addresses(cc), ['c@example.de']);
});

test('an answer to our own mail goes to whom that one went', () => {
	const message = aMessage({
		direction: 'out',
		from: person('support@firma.example'),
		to: [person('k@example.de')],
	});
	assert.deepEqual(addresses(replyRecipients(message, {kind: 'reply', own}).to), ['k@example.de']);
});

test('a mail without author is answered to nobody rather than to an empty address', () => {
	const message = aMessage({from: {name: '', address: ''}, to: []});
	assert.deepEqual(replyRecipients(message, {kind: 'reply', own}).to, []);
});

test('a reply draft has signatures above the quoted original, and remembers what was seen', () => {
	const ticket = aTicket();
	const message = ticket.messages[0] ?? null;
	const draft = replyDraft(
		{ticket, message, kind: 'reply'},
		parts([anAccount({signature: 'Firma GmbH'})]),
	);
	assert.equal(
		draft.text,
		[
			'',
			'',
			'Viele Grüße',
			'Anna Weber',
			'',
			'-- ',
			'Firma GmbH',
			'',
			'Am 2026-11-23 schrieb Jörg Übelacker:',
			'> Guten Tag,',
			'>',
			'> ich kann mich nicht anmelden.',
			'',
		].join('\n'),
	);
	assert.equal(draft.subject, 'Re: Passwort zurücksetzen [#202611230001]');
	assert.equal(draft.from, 'support@firma.example');
	assert.equal(draft.seenMessages, 1);
	assert.equal(draft.answers, 'm1');
});

test('an answer to a mail whose subject is the number alone says what the ticket is about', () => {
	const bare = aMessage({subject: 'Re: #202611230417'});
	const ticket = aTicket({number: '202611230417', subject: 'Rechnung fehlt', messages: [bare]});
	assert.equal(
		replyDraft({ticket, message: bare, kind: 'reply'}, parts()).subject,
		'Re: Rechnung fehlt [#202611230417]',
	);
});

test('a name or text with a dollar sign is quoted as it is', () => {
	const message = aMessage({from: {name: "$& $' {DATE}", address: 'x@example.de'}, text: '$1'});
	const ticket = aTicket({messages: [message]});
	const {text} = replyDraft({ticket, message, kind: 'reply'}, parts());
	assert.match(text, /schrieb \$& \$' \{DATE\}:\n> \$1/u);
});

test('an answer leaves from the receiving account when that insists, else from the default one', () => {
	const accounts = [anAccount({alwaysUseAsSender: false}), anAccount({id: 'zentrale'})];
	const choose = (always: boolean, defaultAccount: string | null) =>
		sendingAccount('support', {
			accounts: accounts.map(one => ({...one, alwaysUseAsSender: always})),
			defaultAccount,
		})?.id;
	assert.equal(choose(true, 'zentrale'), 'support');
	assert.equal(choose(false, 'zentrale'), 'zentrale');
	assert.equal(choose(false, null), 'support');
});

test('an answer leaves from the alias the customer wrote to', () => {
	const message = aMessage({to: [person('info@firma.example')]});
	const ticket = aTicket({messages: [message]});
	const accounts = [anAccount({aliases: ['info@firma.example']})];
	assert.equal(
		replyDraft({ticket, message, kind: 'reply'}, parts(accounts)).from,
		'info@firma.example',
	);
});

test('a forward carries head, text and attachments of the original and waits for recipients', () => {
	const file = {name: 'a.txt', type: 'text/plain', size: 1, sha256: 'f'.repeat(64), inline: false};
	const message = aMessage({attachments: [file]});
	const draft = forwardDraft({ticket: aTicket({messages: [message]}), message}, parts());
	assert.deepEqual(draft.to, []);
	assert.deepEqual(draft.attachments, [file]);
	assert.match(draft.text, /-{10} Weitergeleitete Nachricht -{10}\nVon: Jörg Übelacker </u);
	assert.equal(draft.subject, 'Fwd: Passwort zurücksetzen [#202611230001]');
});

test('the newest mail of a person is answered, not the out-of-office note after it', () => {
	const messages = [aMessage(), aMessage({id: 'm2', automatic: 'auto-submitted'})];
	assert.equal(answeredMessage(messages)?.id, 'm1');
});
