import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openRoom, roomOfFile} from '../program/room.ts';
import {rawMail} from './raw-mail.ts';

/** Of tests that leave no active rule behind. */
const shared = roomOfFile('en');

type Ticket = {
	readonly queue: string | null;
	readonly status: string;
	readonly tags: readonly string[];
	readonly history: ReadonlyArray<{readonly what: string; readonly to?: string}>;
};

test('a rule is added by readable flags, tried, and shapes the next mail', async t => {
	const {raute, json} = await openRoom(t, 'en');
	await raute(['queue', 'add', 'Einkauf', '--name', 'Einkauf']);
	await raute(['receive'], rawMail('old', {subject: 'Invoice 1'}));
	const flags = ['--sender', '@example.test', '--subject', '/invoice|rechnung/i'];
	const tried = await raute(['rule', 'test', ...flags, '--queue', 'Einkauf']);
	assert.equal(tried.code, 0, tried.err);
	assert.match(tried.out, /kim@example\.test.*queue Einkauf.*Invoice 1/u);
	assert.match(tried.err, /1 hit in 1 tickets/u);
	const gone = await raute(['rule', 'test', ...flags, '--queue', 'Nope']);
	assert.deepEqual([gone.code, gone.out], [2, ''], 'and not “no change”');
	assert.match(gone.err, /no queue “Nope”/u);
	assert.equal((await raute(['rule', 'test', ...flags])).code, 0, 'without an action');
	const title = ['--title', 'Rechnungen (Größe)'];
	const added = await raute([
		'rule',
		'add',
		...title,
		...flags,
		'--queue',
		'einkauf',
		'--tag',
		'a,b',
		'--stop',
	]);
	assert.deepEqual([added.code, added.out], [0, 'rechnungen-groesse\n'], added.err);
	const mail = await raute(['receive'], rawMail('new', {subject: 'Your INVOICE 2'}));
	const number = /imported (\d+) new/u.exec(mail.out)?.[1] ?? '';
	const ticket = (await json(['show', number])) as Ticket;
	assert.deepEqual([ticket.queue, ticket.tags], ['Einkauf', ['a', 'b']]);
	assert.ok(ticket.history.some(({what, to}) => what === 'rule' && to === 'Rechnungen (Größe)'));
	const list = await raute(['rule', 'list']);
	assert.match(list.out, /Sender is @example\.test \+ Subject fits \/invoice\|rechnung\/i/u);
	assert.match(list.out, /queue einkauf, tags a, b, then stop/u);
	const set = await raute(['set', number, '--queue', 'none', '--apply-rules']);
	assert.equal(set.code, 0, set.err);
	assert.equal(((await json(['show', number])) as Ticket).queue, null);
	await raute(['set', number, '--apply-rules']);
	assert.equal(((await json(['show', number])) as Ticket).queue, 'Einkauf');
});

test('rules are changed piece by piece, moved and removed', async () => {
	const {raute, json} = shared();
	const add = async (title: string) => {
		const done = await raute(['rule', 'add', '--title', title, '--subject', title, '--spam']);
		assert.equal(done.code, 0, done.err);
		return done.out.trim();
	};
	const [one, two] = [await add('one'), await add('one')];
	assert.deepEqual([one, two], ['one', 'one-2']);
	assert.equal((await raute(['rule', 'move', two, '1'])).code, 0);
	const rules = async () => (await json(['rule', 'list'])) as readonly Record<string, unknown>[];
	assert.deepEqual(
		(await rules()).map(rule => rule['id']),
		[two, one],
	);
	const changed = await raute([
		'rule',
		'set',
		two,
		'--drop',
		'subject,spam',
		'--sender-name',
		'a, b',
		'--prio',
		'on',
		'--stop',
	]);
	assert.equal(changed.code, 0, changed.err);
	const [first] = await rules();
	assert.deepEqual(first?.['conditions'], [{field: 'senderName', pattern: 'a, b'}]);
	assert.deepEqual(first?.['actions'], [{action: 'prio', value: 'on'}]);
	assert.equal(first?.['stop'], true);
	await raute(['rule', 'set', two, '--title', 'Two']);
	assert.equal((await rules())[0]?.['stop'], true);
	await raute(['rule', 'set', two, '--continue', '--active', 'off']);
	assert.deepEqual([(await rules())[0]?.['stop'], (await rules())[0]?.['active']], [false, false]);
	assert.equal((await raute(['rule', 'remove', one, two])).code, 0);
	assert.deepEqual(await rules(), []);
});

test('rules that cannot work are refused with what is wrong and where', async () => {
	const {raute, json} = shared();
	const add = (...flags: readonly string[]) => raute(['rule', 'add', '--title', 'X', ...flags]);
	const wrong: ReadonlyArray<readonly [readonly string[], RegExp]> = [
		[['--subject', '/(/', '--spam'], /X.*\/\(\/.*no regular expression/u],
		[['--sender', 'shop.example', '--spam'], /@shop\.example/u],
		[['--subject', 'a', '--queue', 'Mars'], /no queue “Mars”/u],
		[['--subject', 'a', '--assign', 'niemand'], /no active agent “niemand”/u],
		[['--subject', 'a', '--project', 'P'], /no project “P”/u],
		[['--subject', 'a', '--template', 't'], /no template “t”/u],
		[['--subject', 'a', '--status', 'later'], /no status “later”/u],
		[['--subject', 'a'], /0 actions/u],
		[['--spam'], /0 conditions/u],
		[['--subject', 'a', '--prio', 'maybe'], /--prio/u],
		[['--drop', 'x'], /--drop x/u],
	];
	for (const [flags, text] of wrong) {
		const refused = await add(...flags);
		assert.equal(refused.code, 2, flags.join(' '));
		assert.match(refused.err, text);
	}
	assert.deepEqual(await json(['rule', 'list']), []);
	assert.equal((await raute(['rule', 'set', 'nope', '--stop'])).code, 2);
	assert.equal((await raute(['rule', 'move', 'x'])).code, 2);
	assert.equal((await raute(['rule', 'test', '--last', '9999'])).code, 2);
});

test('an expression that runs away is stopped, named in the list and by doctor', async t => {
	const {raute, json} = await openRoom(t, 'en');
	const spam = ['--subject', '/^(x+x+)+y/', '--spam'];
	assert.equal((await raute(['rule', 'add', '--title', 'Slow', ...spam])).code, 0);
	const prio = ['--subject', 'xx', '--prio', 'on'];
	await raute(['rule', 'add', '--title', 'Fine', ...prio]);
	for (const id of ['a', 'b', 'c', 'd']) {
		const mail = await raute(['receive'], rawMail(id, {subject: 'x'.repeat(60)}));
		const number = /imported (\d+) new/u.exec(mail.out)?.[1] ?? '';
		const ticket = (await json(['show', number])) as Ticket;
		assert.deepEqual([ticket.status, ticket.tags], ['new', ['Prio']]);
	}
	assert.match((await raute(['rule', 'list'])).out, /Slow.*took too long 3 times/u);
	const doctor = await raute(['doctor']);
	assert.match(doctor.out, /!! {2}Rule “Slow”: .*took too long 3 times/u);
	await raute(['rule', 'set', 'slow', '--subject', '/^x+y/']);
	assert.doesNotMatch((await raute(['rule', 'list'])).out, /too long/u);
});

test('a rule that names what is gone is said in the list and by doctor, and does the rest', async () => {
	const {raute, json} = shared();
	await raute(['agent', 'add', 'max', '--name', 'Max']);
	const then = ['--assign', 'max', '--prio', 'on'];
	await raute(['rule', 'add', '--title', 'Max', '--subject', 'printer', ...then]);
	assert.equal((await raute(['agent', 'remove', 'max'])).code, 0);
	assert.match((await raute(['rule', 'list'])).out, /no active agent “max”/u);
	const [rule] = (await json(['rule', 'list'])) as readonly {problems: readonly string[]}[];
	assert.equal(rule?.problems.length, 1);
	assert.match((await raute(['doctor'])).out, /!! {2}.*“Max”.*no active agent “max”/u);
	const mail = await raute(['receive'], rawMail('a'));
	const number = /imported (\d+) new/u.exec(mail.out)?.[1] ?? '';
	assert.deepEqual(((await json(['show', number])) as Ticket).tags, ['Prio']);
	await raute(['rule', 'set', 'max', '--active', 'off']);
	assert.doesNotMatch((await raute(['doctor'])).out, /“Max”/u);
});
