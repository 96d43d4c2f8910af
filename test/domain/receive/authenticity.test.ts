import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	authenticityNotes,
	isOwnVerdict,
	newSenderNotes,
	verdictOf,
} from '../../../source/domain/receive/authenticity.ts';
import {readNote} from '../../../source/domain/receive/note.ts';
import {aMail, aMessage, aTicket} from '../sample.ts';

const pass = {server: 'mx.firma.example', dkim: 'pass', spf: 'pass', dmarc: 'pass'};
const imapAt = (host: string) => ({
	address: 'support@firma.example',
	imap: {host, port: 993, tls: 'tls' as const, user: '', allowSelfSigned: false},
});

const houses: ReadonlyArray<readonly [string, string, boolean]> = [
	['mx.firma.example', 'imap.firma.example', true],
	['FIRMA.example.', 'imap.provider.example', true],
	['mx.provider.example', 'imap.provider.example', true],
	['mx.boese.example', 'imap.firma.example', false],
	['firma.example.boese.example', 'imap.firma.example', false],
	['mx.google.com', 'imap.gmail.com', true],
	['', 'outlook.office365.com', true],
	['', 'imap.firma.example', false],
	['gmx.net', 'imap.web.de', true],
];

for (const [server, host, own] of houses) {
	test(`the verdict of "${server}" ${own ? 'counts' : 'does not count'} for ${host}`, () => {
		const options = {account: imapAt(host), deliveredTo: []};
		assert.equal(isOwnVerdict({...pass, server}, options), own);
	});
}

test('a mail that was handed in takes the verdict of the server that delivered it', () => {
	const options = {account: null, deliveredTo: ['support@firma.example']};
	assert.equal(isOwnVerdict(pass, options), true);
	assert.equal(isOwnVerdict(pass, {account: null, deliveredTo: []}), false);
});

const verdicts: ReadonlyArray<readonly [string, string, string, string]> = [
	['pass', 'pass', 'pass', 'verified'],
	['fail', 'softfail', 'pass', 'verified'],
	['pass', 'pass', 'fail', 'doubtful'],
	['pass', 'pass', '', 'verified'],
	['fail', 'pass', '', 'doubtful'],
	['none', 'softfail', '', 'doubtful'],
	['none', 'pass', 'none', 'unverified'],
	['', '', '', 'unverified'],
];

for (const [dkim, spf, dmarc, expected] of verdicts) {
	test(`DKIM "${dkim}", SPF "${spf}", DMARC "${dmarc}" make a sender ${expected}`, () => {
		const authentication = {server: 'mx.firma.example', dkim, spf, dmarc};
		const notes = authenticityNotes(aMail({authentication}), imapAt('imap.firma.example'));
		assert.equal(readNote(notes[0] ?? '').key, `note.sender-${expected}`);
		assert.deepEqual(verdictOf({notes}), authentication);
	});
}

test('a foreign verdict leaves no note, and neither does none', () => {
	const account = imapAt('imap.firma.example');
	const forged = aMail({authentication: {...pass, server: 'mx.boese.example'}});
	assert.deepEqual(authenticityNotes(forged, account), []);
	assert.deepEqual(authenticityNotes(aMail({authentication: null}), account), []);
	assert.equal(verdictOf({notes: ['note.signed-pgp']}), null);
});

test('only a person who took no part yet is a new sender', () => {
	const ticket = aTicket({
		requester: {name: '', address: 'erika@kunde.example'},
		messages: [aMessage({cc: [{name: '', address: 'Otto@kunde.example'}]})],
	});
	const from = (address: string) => aMail({from: {name: '', address}});
	assert.deepEqual(newSenderNotes(ticket, from('erika@kunde.example')), []);
	assert.deepEqual(newSenderNotes(ticket, from('otto@kunde.example')), []);
	assert.deepEqual(newSenderNotes(ticket, from('neu@kunde.example')), [
		'note.new-sender?address=neu%40kunde.example',
	]);
	assert.deepEqual(newSenderNotes(ticket, aMail({automatic: 'list'})), []);
});
