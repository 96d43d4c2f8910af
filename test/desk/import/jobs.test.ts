import assert from 'node:assert/strict';
import {afterEach, beforeEach, test} from 'node:test';
import type {Desk, OpenDesk, Push} from '../../../source/desk/desk.ts';
import {openDesk} from '../../../source/desk/open-desk.ts';
import type {Job} from '../../../source/domain/desk-document.ts';
import type {Store} from '../../../source/store/store.ts';
import {anAccount} from '../../domain/sample.ts';
import {must, problemOf} from '../../result.ts';
import {type PretendServer, pretendServer} from '../pretend-server.ts';
import {addAccount, openParts, startTime} from '../room.ts';

const minute = 60_000;
const imap = {host: 'mail.test', port: 993, tls: 'tls' as const, user: 'u', allowSelfSigned: false};

let server: PretendServer;
let store: Store;
let wait: (milliseconds: number) => void;
let open: OpenDesk;
let chef: Desk;
let anna: Desk;

beforeEach(async () => {
	server = pretendServer();
	const made = await openParts(false);
	store = made.store;
	wait = made.pass;
	await addAccount(store, anAccount({id: 'a', imap}));
	open = must(await openDesk({...made.parts, server}));
	chef = must(open.as('chef'));
	anna = must(open.as('anna'));
});

afterEach(() => open.stop());

const aJob = (part: Partial<Job> = {}): Job => ({
	id: 'night',
	name: 'Nachts',
	kind: 'daily',
	weekday: 0,
	periodMinutes: 5,
	startTime: '03:00',
	type: 'cronjob',
	parameter: 'tickets_oauth',
	active: true,
	...part,
});

const report = async (id: string) => {
	const found = must(await chef.jobs()).find(({job}) => job.id === id);
	assert.ok(found);
	return found;
};

test('a job tells when it ran and runs, how long it took and what each account brought', async () => {
	const before = await report('import');
	assert.deepEqual([before.lastRun, before.durationMs, before.passes], [null, null, []]);
	server.deliver(3);
	must(await chef.runJob('import'));
	const after = await report('import');
	const start = new Date(startTime).toISOString();
	assert.equal(after.lastRun, start);
	assert.equal(after.durationMs, 0);
	assert.deepEqual(
		after.passes.map(({account, ok, imported}) => ({account, ok, imported})),
		[{account: 'a', ok: true, imported: 3}],
	);
	assert.equal(after.nextRun, new Date(startTime + 5 * minute).toISOString());
	assert.deepEqual([after.running, after.late], [false, false]);
});

test('each job keeps its own last run, also through a change of the others', async () => {
	must(await chef.saveItem('jobs', aJob()));
	must(await chef.runJob('night'));
	const night = (await report('night')).lastRun;
	wait(10 * minute);
	server.deliver(2);
	must(await chef.importNow(null));
	assert.equal((await report('night')).lastRun, night);
	assert.equal((await report('import')).passes[0]?.imported, 2);
	must(await chef.removeItem('jobs', 'night'));
	must(await chef.importNow(null));
	const [account] = store.accounts().filter(document => document.account.id === 'a');
	assert.deepEqual(Object.keys(account?.state.runs ?? {}), ['import']);
});

test('an inactive job has no next run and can still be run by hand', async () => {
	must(await chef.saveItem('jobs', aJob({active: false})));
	assert.equal((await report('night')).nextRun, null);
	server.deliver(1);
	assert.equal(must(await chef.runJob('night'))[0]?.imported, 1);
	assert.equal(problemOf(await chef.runJob('mars')), 'input-invalid');
});

test('a run that is stopped ends after its chunk, and the next one brings the rest once', async () => {
	server.deliver(400);
	const {promise: gate, resolve: release} = Promise.withResolvers<void>();
	const chunks = Promise.withResolvers<void>();
	const off = anna.on(push => {
		if (push.kind !== 'import' || push.done < 100) return;
		server.hold(gate);
		chunks.resolve();
	});
	const running = chef.runJob('import');
	await chunks.promise;
	assert.equal((await report('import')).running, true);
	assert.equal(problemOf(await chef.importNow(null)), 'import-running');
	must(await chef.stopImport());
	release();
	off();
	const [stopped] = must(await running);
	assert.deepEqual([stopped?.ok, stopped?.problem?.name], [false, 'import-stopped']);
	const taken = stopped?.imported ?? 0;
	assert.ok(taken >= 100 && taken < 400, String(taken));
	assert.equal(store.summaries().size, taken);
	assert.equal(server.seen.size, taken);
	const [rest] = must(await chef.runJob('import'));
	assert.deepEqual([rest?.ok, rest?.imported, rest?.duplicates], [true, 400 - taken, 0]);
	assert.equal(store.summaries().size, 400);
});

const late = async (desk: Desk) => must(await desk.status()).late;

test('an account without success for longer than the period and its grace is late, until it succeeds', async () => {
	must(await chef.importNow(null));
	const since = new Date(startTime).toISOString();
	server.reach(false);
	wait(6 * minute);
	must(await chef.importNow(null));
	assert.deepEqual(await late(anna), []);
	wait(2 * minute);
	assert.deepEqual(await late(anna), [{account: 'a', since}]);
	assert.deepEqual(must(await anna.me()).late, [{account: 'a', since}]);
	assert.equal((await report('import')).late, true);
	server.reach(true);
	must(await chef.importNow(null));
	assert.deepEqual(await late(anna), []);
});

test('an account that never succeeded is late from its first period on; no active job, nothing is late', async () => {
	assert.deepEqual(await late(anna), []);
	wait(8 * minute);
	assert.deepEqual(await late(anna), [{account: 'a', since: null}]);
	const [job] = must(await chef.me()).desk.jobs;
	assert.ok(job);
	must(await chef.saveItem('jobs', {...job, active: false}));
	wait(60 * minute);
	assert.deepEqual(await late(anna), []);
});

test('a daily job is late only after its next start', async () => {
	const [job] = must(await chef.me()).desk.jobs;
	assert.ok(job);
	must(await chef.saveItem('jobs', {...job, active: false}));
	must(await chef.saveItem('jobs', aJob()));
	must(await chef.importNow(null));
	wait(12 * 60 * minute);
	assert.deepEqual(await late(anna), []);
	wait(8 * 60 * minute);
	assert.equal((await late(anna)).length, 1);
});

test('who may not see an account learns that one is late, not which', async () => {
	await addAccount(store, anAccount({id: 'geheim', imap, visibleTo: ['ben']}));
	server.reach(false);
	must(await chef.importNow('geheim'));
	wait(1);
	assert.deepEqual(await late(anna), []);
	wait(8 * minute);
	assert.deepEqual(
		(await late(anna)).map(({account}) => account),
		['a', ''],
	);
	assert.ok(!JSON.stringify(must(await anna.status())).includes('geheim'));
	assert.ok(!JSON.stringify(must(await anna.jobs())).includes('geheim'));
});

test('who may not see an account neither imports it by name nor reads what became of it', async () => {
	await addAccount(store, anAccount({id: 'geheim', imap, visibleTo: ['ben']}));
	assert.equal(problemOf(await anna.importNow('geheim')), 'account-unknown');
	const seen = must(await anna.importNow(null)).map(({account}) => account);
	assert.deepEqual(seen, ['a']);
	assert.equal(must(await chef.importNow(null)).length, 2);
});

test('only who has the right runs and stops the import, everybody sees the schedule', async () => {
	const refused = [await anna.runJob('import'), await anna.stopImport()];
	assert.deepEqual(refused.map(problemOf), ['not-permitted', 'not-permitted']);
	assert.equal(must(await anna.jobs()).length, 1);
});

test('clients are told when an import becomes late', async () => {
	const told: Push[] = [];
	anna.on(push => {
		if (push.kind === 'late') told.push(push);
	});
	server.reach(false);
	wait(10 * minute);
	must(await chef.importNow(null));
	assert.deepEqual(told, [{kind: 'late', late: [{account: 'a', since: null}]}]);
	server.reach(true);
	must(await chef.importNow(null));
	assert.deepEqual(told.at(-1), {kind: 'late', late: []});
});
