import assert from 'node:assert/strict';
import {afterEach, beforeEach, test} from 'node:test';
import {compareLedger} from '../../../source/desk/import/compare-ledger.ts';
import {createImporter} from '../../../source/desk/import/import-loop.ts';
import {createReceiver} from '../../../source/desk/receive/receive.ts';
import type {Account, PassReport} from '../../../source/domain/account/account.ts';
import {ok} from '../../../source/domain/result.ts';
import {must, problemOf} from '../../result.ts';
import {type Dovecot, dovecotMissing, startDovecot} from '../../server/dovecot.ts';
import {testAccount} from '../../server/test-account.ts';
import {until} from '../../until.ts';
import {letter, type MailRoom, openMailRoom} from '../mail-room.ts';

const skip = dovecotMissing() ?? false;

let dovecot: Dovecot;
let room: MailRoom;
let importer: ReturnType<typeof createImporter>;

beforeEach(async () => {
	if (skip) return;
	dovecot = await startDovecot();
	room = await openMailRoom();
	importer = createImporter(room.parts, createReceiver(room.parts), () => undefined);
});

afterEach(async () => {
	await importer?.stop();
	await room?.close();
	await dovecot?.dispose();
});

const pass = async (change: Partial<Account> = {}): Promise<PassReport> => {
	await room.setAccount(dovecot.account('a', 'none', change));
	const [report] = must(await importer.now('a'));
	assert.ok(report);
	return report;
};

const deliver = async (...names: readonly string[]) => {
	for (const name of names) await dovecot.drop.deliver(letter(name));
};

/** What another mail program does: reads everything. */
const readByOthers = async () => {
	const opened = must(await room.parts.server.open(dovecot.account('other', 'none')));
	const uids = must(await opened.search({unseen: true, above: null, since: null}));
	must(await opened.settle(uids, {kind: 'seen'}));
	await opened.close();
};

test('a pass by hand compares server and ledger, and takes in what the ledger lacks', {
	skip,
}, async () => {
	await deliver('before');
	await readByOthers();
	await deliver('taken');
	const first = await pass();
	assert.deepEqual([first.imported, first.ledger], [1, {onServer: 0, missing: 0}]);
	await deliver('kept', 'overlooked');
	await readByOthers();
	// As if the mark had moved over mails that no pass had taken in.
	const account = dovecot.account('a', 'none');
	must(
		await room.parts.store.changeAccount('a', document => {
			const mark = document?.state.marks['INBOX'];
			assert.ok(document && mark);
			return ok({...document, state: {...document.state, marks: {INBOX: {...mark, uid: 4}}}});
		}),
	);
	const {store} = room.parts;
	const opened = must(await room.parts.server.open(account));
	const counted = {place: {account: 'a', folder: 'INBOX', uidValidity: opened.uidValidity}};
	const mark = store.accounts()[0]?.state.marks['INBOX'];
	assert.ok(mark);
	const candidates = {...counted, mark, unknown: [], known: new Map()};
	const before = must(await compareLedger(opened, candidates, {store, since: null}));
	await opened.close();
	assert.deepEqual(before, {onServer: 2, missing: 2});
	const second = await pass();
	assert.deepEqual([second.imported, second.ledger], [2, {onServer: 2, missing: 0}]);
	assert.equal((await room.tickets()).length, 3, 'what was read before the first pass stays out');
});

test('200 unseen mails become 200 tickets, all are flagged, a second pass finds nothing', {
	skip,
}, async () => {
	await deliver(...Array.from({length: 200}, (_, index) => `mail-${index}`));
	const first = await pass();
	assert.deepEqual([first.ok, first.imported], [true, 200]);
	const tickets = await room.tickets();
	assert.equal(new Set(tickets.map(({subject}) => subject)).size, 200);
	assert.deepEqual(
		tickets.map(({subject}) => subject),
		Array.from({length: 200}, (_, index) => `mail-${index}`),
	);
	assert.ok((await dovecot.drop.flags()).every(flags => flags === 'S'));
	const second = await pass();
	assert.deepEqual([second.ok, second.imported, second.duplicates], [true, 0, 0]);
});

test('after a complete pass mails are imported although others have read them', {
	skip,
}, async () => {
	await deliver('before');
	await readByOthers();
	assert.equal((await pass()).imported, 0);
	await deliver('after-1', 'after-2');
	await readByOthers();
	assert.equal((await pass()).imported, 2);
});

test('what was imported is deleted on the server where that is wanted, nothing else', {
	skip,
}, async () => {
	await deliver('old');
	await readByOthers();
	await deliver('new-1', 'new-2');
	assert.equal((await pass({deleteOnServer: true})).imported, 2);
	const left = await dovecot.drop.mails();
	assert.equal(left.length, 1);
	assert.match(left[0] ?? '', /old@/u);
});

test('what was imported is moved where a folder is set', {skip}, async () => {
	await deliver('to-done');
	assert.equal((await pass({moveTo: 'Done', deleteOnServer: true})).imported, 1);
	assert.equal((await dovecot.drop.mails()).length, 0);
	assert.equal((await dovecot.drop.mails('Done')).length, 1);
});

test('a mail too large to fetch becomes a ticket and stays on the server', {skip}, async () => {
	must(await room.parts.store.changeDesk(desk => ok({...desk, maxMailBytes: 2000})));
	await dovecot.drop.deliver(letter('large', {text: 'x'.repeat(5000)}));
	await deliver('small');
	assert.equal((await pass({deleteOnServer: true})).imported, 2);
	assert.deepEqual(await dovecot.drop.flags(), ['S']);
	await dovecot.stop();
	await dovecot.drop.changeUidValidity();
	await dovecot.start();
	assert.equal((await pass({deleteOnServer: true})).imported, 0);
	assert.deepEqual(await dovecot.drop.flags(), ['S']);
});

test('after a new UIDVALIDITY nothing is imported twice, and nothing that came meanwhile is lost', {
	skip,
}, async () => {
	await deliver('known-1', 'known-2');
	assert.equal((await pass()).imported, 2);
	await deliver('meanwhile');
	await readByOthers();
	await dovecot.stop();
	await dovecot.drop.changeUidValidity();
	await dovecot.start();
	const report = await pass();
	assert.deepEqual([report.imported, report.duplicates], [1, 2]);
	assert.equal((await room.tickets()).length, 3);
	assert.equal((await pass()).duplicates, 0);
});

test('nothing older than the date is imported until the date is moved back', {skip}, async () => {
	const noon = (day: number) => new Date(2026, 10, day, 12);
	await dovecot.drop.deliver(letter('ancient'), {receivedAt: noon(10)});
	await dovecot.drop.deliver(letter('day-before'), {receivedAt: noon(19)});
	await dovecot.drop.deliver(letter('that-day'), {receivedAt: noon(20)});
	const report = await pass({fromDate: '2026-11-20'});
	assert.deepEqual([report.imported, report.skipped], [1, 1]);
	assert.deepEqual(await dovecot.drop.flags(), ['', '', 'S']);
	assert.equal((await pass({fromDate: '2026-11-20'})).skipped, 0);
	assert.equal((await pass({fromDate: '2026-11-19'})).imported, 1);
	assert.equal((await pass()).imported, 1);
});

test('a mail stored under an account that marks as completed starts there', {skip}, async () => {
	await deliver('done-already');
	await pass({importAsCompleted: true});
	assert.equal((await room.tickets())[0]?.status, 'completed');
});

test('answers find their ticket within one pass', {skip}, async () => {
	await deliver('q');
	await dovecot.drop.deliver(letter('a', {more: ['In-Reply-To: <q@example.test>']}));
	const report = await pass();
	assert.deepEqual([report.imported, report.followUps], [1, 1]);
});

test('a refused password and a server that is gone are told in the report, and the mark stays', {
	skip,
}, async () => {
	await deliver('waiting');
	process.env['RAUTE_WRONG'] = 'nein';
	const wrong = await pass({password: {kind: 'environment', variable: 'RAUTE_WRONG'}});
	assert.deepEqual([wrong.ok, wrong.problem?.name], [false, 'sign-in-refused']);
	await dovecot.stop();
	const gone = await pass();
	assert.deepEqual([gone.ok, gone.problem?.name], [false, 'server-unreachable']);
	assert.deepEqual(room.parts.store.accounts()[0]?.state.marks, {});
	assert.equal(room.parts.store.accounts()[0]?.state.lastPass?.ok, false);
	await dovecot.start();
	assert.equal((await pass()).imported, 1);
});

test('two passes at once are refused, accounts that are not enabled too', {skip}, async () => {
	await deliver('one');
	await room.setAccount(dovecot.account('a', 'none'));
	await room.setAccount(testAccount({id: 'off', imapPort: 1, tls: 'none', ticketsEnabled: false}));
	const [first, second] = await Promise.all([importer.now(null), importer.now(null)]);
	assert.equal(must(first)[0]?.imported, 1);
	assert.equal(problemOf(second), 'import-running');
	assert.equal(problemOf(await importer.now('off')), 'action-unavailable');
	assert.equal(problemOf(await importer.now('none')), 'account-unknown');
});

test('the loop takes new mail as it comes and finds the server again after it was gone', {
	skip,
}, async () => {
	await room.setAccount(dovecot.account('a', 'tls'));
	importer.start();
	await until(() => room.parts.store.accounts()[0]?.state.lastPass?.ok === true);
	await deliver('while-idle');
	await until(() => room.parts.store.summaries().size === 1);
	await dovecot.stop();
	await deliver('while-down');
	await dovecot.start();
	await until(() => room.parts.store.summaries().size === 2);
	await importer.stop();
});

test('a mail that comes after a setting is taken, or left, as the setting says', {
	skip,
}, async () => {
	const account = dovecot.account('a', 'tls');
	await room.setAccount(account);
	importer.start();
	await until(() => room.parts.store.accounts()[0]?.state.lastPass?.ok === true);
	await room.setAccount({...account, fromDate: '2026-11-20'});
	importer.follow();
	const {drop} = dovecot;
	await drop.deliver(letter('too-old'), {receivedAt: new Date(2026, 10, 10, 12)});
	await drop.deliver(letter('young'), {receivedAt: new Date(2026, 10, 22, 12)});
	await until(() => room.parts.store.summaries().size > 0);
	await importer.stop();
	const [summary, ...others] = room.parts.store.summaries().values();
	assert.equal(summary?.subject, 'young');
	assert.equal(others.length, 0);
});

test('the loop follows the settings: an account that is added is imported, a removed one is not', {
	skip,
}, async () => {
	importer.start();
	await deliver('early');
	await room.setAccount(dovecot.account('a', 'none'));
	await until(() => room.parts.store.summaries().size === 1);
	must(await room.parts.store.changeAccount('a', () => ok(null)));
	await until(() => importer.running().length === 0);
	await importer.stop();
	assert.deepEqual(room.parts.store.accounts(), []);
});
