// Every option of an account (E-Mail-Konto) by what it does to real mail.
import assert from 'node:assert/strict';
import {afterEach, beforeEach, test} from 'node:test';
import type {Desk, OpenDesk} from '../../../source/desk/desk.ts';
import {openDesk} from '../../../source/desk/open-desk.ts';
import type {Account, PassReport} from '../../../source/domain/account/account.ts';
import {newDeskDocument, type Rule} from '../../../source/domain/desk-document.ts';
import {ok} from '../../../source/domain/result.ts';
import type {Ticket} from '../../../source/domain/ticket.ts';
import {createSay} from '../../../source/language/say.ts';
import {openDocumentStore} from '../../../source/store/document/open-document-store.ts';
import {newDraft} from '../../../source/ui/compose/new-draft.ts';
import {anAgent} from '../../domain/sample.ts';
import {must, problemOf} from '../../result.ts';
import {type Dovecot, dovecotMissing, startDovecot} from '../../server/dovecot.ts';
import {mountSmallDisk, smallDiskMissing} from '../../server/small-disk.ts';
import {type SmtpSink, startSmtpSink} from '../../server/smtp.ts';
import {testAccount} from '../../server/test-account.ts';
import {until} from '../../until.ts';
import {letter, type MailRoom, openMailRoom} from '../mail-room.ts';

const skip = dovecotMissing() ?? false;

let dovecot: Dovecot;
let sink: SmtpSink;
let room: MailRoom;
let open: OpenDesk;
let chef: Desk;

const queues = [{label: 'Vertrieb', name: 'Vertrieb', responsible: 'ben'}];
const projects = [{label: 'SHOP', name: 'Shop'}];

beforeEach(async () => {
	if (skip) return;
	dovecot = await startDovecot();
	sink = await startSmtpSink();
	room = await openMailRoom();
	const {store} = room.parts;
	const agents = [anAgent('chef', 'admin'), anAgent('anna'), anAgent('ben')];
	must(await store.changeAgents(document => ok({...document, agents})));
	must(await store.changeDesk(() => ok({...newDeskDocument, queues, projects, undoSeconds: 0})));
	open = must(await openDesk(room.parts));
	chef = must(open.as('chef'));
});

afterEach(async () => {
	if (skip) return;
	await open.stop();
	await sink.close();
	await dovecot.dispose();
});

const account = (change: Partial<Account> = {}): Account => {
	const smtp = testAccount({id: 'a', smtpPort: sink.port, tls: 'none'}).smtp;
	return dovecot.account('a', 'none', {smtp, ...change});
};

/** Saves the account with this change and imports once. */
const pass = async (change: Partial<Account> = {}): Promise<PassReport> => {
	must(await chef.saveAccount(account(change)));
	const [report] = must(await chef.importNow('a'));
	assert.ok(report?.ok, JSON.stringify(report));
	return report;
};

const deliver = (name: string, options: Parameters<typeof letter>[1] = {}) =>
	dovecot.drop.deliver(letter(name, options));

const onlyTicket = async (): Promise<Ticket> => {
	const [ticket, ...others] = await room.tickets();
	assert.ok(ticket && others.length === 0);
	return ticket;
};

/** The draft that `r` begins with. */
const answerTo = async (ticket: Ticket) => {
	const me = must(await chef.me());
	const say = createSay('en');
	return newDraft({ticket, kind: 'reply', answers: null}, {me, say, id: 'd', now: Date.now()});
};

const send = async (draft: Awaited<ReturnType<typeof answerTo>>, number: string) => {
	must(await chef.send({id: 's1', number, draft, status: null, force: false}));
	open.start();
	await until(() => sink.mails.length === 1);
};

test('Für Ticket-Modul aktivieren: an account without it is not imported', {skip}, async () => {
	await deliver('one');
	must(await chef.saveAccount(account({ticketsEnabled: false})));
	assert.deepEqual(must(await chef.importNow(null)), []);
	assert.equal(problemOf(await chef.importNow('a')), 'action-unavailable');
	assert.deepEqual(await dovecot.drop.flags(), ['']);
	assert.equal((await pass({ticketsEnabled: true})).imported, 1);
});

test('Standard-Projekt, Standard-Warteschlange: new tickets are there, and its responsible has them', {
	skip,
}, async () => {
	await deliver('one');
	await pass({defaultQueue: 'Vertrieb', defaultProject: 'SHOP'});
	const {queue, project, assignee} = await onlyTicket();
	assert.deepEqual([queue, project, assignee], ['Vertrieb', 'SHOP', 'ben']);
});

test('Ab Datum: what came before stays where it is, unread', {skip}, async () => {
	const day = (date: number) => new Date(2026, 2, date, 12);
	await dovecot.drop.deliver(letter('before'), {receivedAt: day(9)});
	await dovecot.drop.deliver(letter('that-day'), {receivedAt: day(10)});
	const report = await pass({fromDate: '2026-03-10'});
	assert.deepEqual([report.imported, report.skipped], [1, 1]);
	assert.equal((await onlyTicket()).subject, 'that-day');
	assert.deepEqual(await dovecot.drop.flags(), ['', 'S']);
});

test('Ausgehende E-Mailadresse: answers leave from the address that received the ticket', {
	skip,
}, async () => {
	const main = testAccount({id: 'main', smtpPort: sink.port, tls: 'none'});
	must(await chef.saveAccount({...main, address: 'main@example.test'}));
	must(await chef.saveDesk({defaultAccount: 'main'}));
	await deliver('one');
	await pass({alwaysUseAsSender: true, aliases: ['verkauf@example.test']});
	const ticket = await onlyTicket();
	const draft = await answerTo(ticket);
	assert.deepEqual([draft.account, draft.from], ['a', 'support@example.test']);
	await send(draft, ticket.number);
	assert.equal(sink.mails[0]?.from, 'support@example.test');
});

test('Ausgehende E-Mailadresse off: from the default account, or from where the agent says', {
	skip,
}, async () => {
	const main = testAccount({id: 'main', smtpPort: sink.port, tls: 'none'});
	must(await chef.saveAccount({...main, address: 'main@example.test'}));
	must(await chef.saveDesk({defaultAccount: 'main'}));
	await deliver('one');
	await pass({alwaysUseAsSender: false});
	const ticket = await onlyTicket();
	const draft = await answerTo(ticket);
	assert.deepEqual([draft.account, draft.from], ['main', 'main@example.test']);
	const chosen = {...draft, account: 'a', from: 'support@example.test'};
	await send(chosen, ticket.number);
	assert.equal(sink.mails[0]?.from, 'support@example.test');
	assert.match(sink.mails[0]?.raw ?? '', /^From: .*support@example\.test/mu);
});

test('E-Mails auf Server löschen: off flags as read, on deletes what was imported', {
	skip,
}, async () => {
	await deliver('kept');
	await pass({deleteOnServer: false});
	assert.deepEqual(await dovecot.drop.flags(), ['S']);
	await deliver('gone');
	await pass({deleteOnServer: true});
	const left = await dovecot.drop.mails();
	assert.deepEqual([left.length, /kept@/u.test(left[0] ?? '')], [1, true]);
});

test('E-Mails auf Server löschen: a full disk deletes no mail, and with room all come in once', {
	skip: skip || (smallDiskMissing() ?? false),
}, async t => {
	const disk = await mountSmallDisk(16);
	t.after(disk.dispose);
	const {clock, log} = room.parts;
	const checkpoint = () => undefined;
	const full = await openDocumentStore({folder: disk.path, clock, checkpoint, log});
	const parts = {...room.parts, store: must(full), dataFolder: disk.path};
	const desk = must(await openDesk(parts));
	t.after(desk.stop);
	const admin = must(desk.as('root'));
	const names = Array.from({length: 120}, (_, index) => `mail-${index}`);
	for (const name of names) await deliver(name, {text: 'x'.repeat(20_000)});
	must(await admin.saveAccount(account({deleteOnServer: true})));
	await disk.fill();
	for (let turn = 0; turn < 2; turn += 1) {
		const [report] = must(await admin.importNow('a'));
		assert.equal(report?.ok, false);
	}
	const kept = [...parts.store.summaries().values()].map(({subject}) => subject);
	const left = (await dovecot.drop.mails()).map(mail => /^Subject: (.*)\r$/mu.exec(mail)?.[1]);
	assert.deepEqual(new Set([...kept, ...left]), new Set(names));
	await disk.free();
	const [report] = must(await admin.importNow('a'));
	assert.equal(report?.ok, true, JSON.stringify(report));
	const all = [...parts.store.summaries().values()].map(({subject}) => subject).sort();
	assert.deepEqual(all, [...names].sort());
	assert.deepEqual(await dovecot.drop.mails(), []);
});

test('Ticket als abgeschlossen markieren: completed, nobody gets an answer, spam is still spam', {
	skip,
}, async () => {
	const rule: Rule = {
		id: 'spam',
		title: 'Werbung',
		position: 1,
		active: true,
		stop: false,
		conditions: [{field: 'subject', pattern: 'Gutschein'}],
		actions: [{action: 'spam', value: ''}],
		hits: 0,
	};
	must(await chef.saveItem('rules', rule));
	await deliver('Frage');
	await deliver('Gutschein');
	const autoResponder = {active: true, subject: '#{TICKET}', text: 'Danke', oncePerDay: false};
	await pass({importAsCompleted: true, autoResponder});
	const tickets = await room.tickets();
	assert.deepEqual(
		tickets.map(({subject, status}) => [subject, status]),
		[
			['Frage', 'completed'],
			['Gutschein', 'trash'],
		],
	);
	assert.ok(tickets.every(({messages}) => messages.length === 1));
	assert.deepEqual(must(await chef.outbox()), []);
});

test('folder and moveTo: mails are taken from one folder and moved to another', {
	skip,
}, async () => {
	await deliver('inbox');
	await dovecot.drop.makeFolder('Tickets');
	await dovecot.drop.deliver(letter('ticket'), {folder: 'Tickets'});
	await pass({folder: 'Tickets', moveTo: 'Done'});
	assert.equal((await onlyTicket()).subject, 'ticket');
	assert.deepEqual(
		await Promise.all(['INBOX', 'Tickets', 'Done'].map(one => dovecot.drop.mails(one))).then(all =>
			all.map(({length}) => length),
		),
		[1, 0, 1],
	);
});

test('sentFolder and signature: the answer is signed, and a copy of it lies in Sent', {
	skip,
}, async () => {
	await deliver('one');
	await pass({sentFolder: 'Sent', signature: 'Firma GmbH\nBerlin'});
	const ticket = await onlyTicket();
	const draft = await answerTo(ticket);
	assert.match(draft.text, /\n-- \nFirma GmbH\nBerlin\n/u);
	await send(draft, ticket.number);
	await until(async () => (await dovecot.drop.mails('Sent')).length === 1);
	const [copy = ''] = await dovecot.drop.mails('Sent');
	// Dovecot keeps mails with the line ends of its system.
	assert.equal(copy.trimEnd(), (sink.mails[0]?.raw ?? '').replaceAll('\r\n', '\n').trimEnd());
	assert.deepEqual(await dovecot.drop.flags('Sent'), ['S']);
	assert.match(copy, /-- \nFirma GmbH\nBerlin/u);
});

test('visibleTo: others neither see the account nor send from it', {skip}, async () => {
	await deliver('one');
	await pass({visibleTo: ['anna']});
	const ticket = await onlyTicket();
	const draft = await answerTo(ticket);
	const as = async (login: string) => {
		const desk = must(open.as(login));
		const seen = must(await desk.me()).accounts.map(({id}) => id);
		const own = {...draft, agent: login, id: login};
		const sent = await desk.send({
			id: `s-${login}`,
			number: ticket.number,
			draft: own,
			status: null,
			force: true,
		});
		return [seen, problemOf(sent)];
	};
	assert.deepEqual(await as('ben'), [[], 'account-unknown']);
	assert.deepEqual(await as('anna'), [['a'], 'none']);
});
