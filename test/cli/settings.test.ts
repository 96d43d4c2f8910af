import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';
import {openRoom} from '../program/room.ts';

test('an account gets sensible defaults, changes by flags, and the first one sends', async t => {
	const {raute, json} = await openRoom(t, 'en');
	const servers = [
		'--imap-host',
		'mail.test',
		'--smtp-host',
		'mail.test',
		'--smtp-tls',
		'starttls',
	];
	const added = await raute(['account', 'add', 'support', '--address', 's@desk.test', ...servers]);
	assert.equal(added.code, 0, added.err);
	const [account] = (await json(['account', 'list'])) as readonly Record<string, unknown>[];
	const server = {host: 'mail.test', user: 's@desk.test', allowSelfSigned: false};
	assert.deepEqual(account?.['imap'], {...server, port: 993, tls: 'tls'});
	assert.deepEqual(account?.['smtp'], {...server, port: 587, tls: 'starttls'});
	assert.equal(account?.['folder'], 'INBOX');
	assert.deepEqual(account?.['password'], {kind: 'secrets-file'});
	assert.ok((await raute(['account', 'list'])).out.trim().endsWith('default'));
	await raute(['account', 'set', 'support', '--imap-tls', 'starttls', '--delete-on-server', 'on']);
	const [after] = (await json(['account', 'list'])) as readonly Record<string, unknown>[];
	assert.deepEqual(after?.['imap'], {...server, port: 143, tls: 'starttls'});
	assert.equal(after?.['deleteOnServer'], true);
	assert.deepEqual(after?.['smtp'], account?.['smtp']);
});

test('a password from standard input lies in the secrets file alone and goes with its account', async t => {
	const {raute, folder} = await openRoom(t, 'en');
	const secrets = join(folder, 'data/secrets.json');
	const flags = ['--address', 's@desk.test', '--password-stdin'];
	assert.equal((await raute(['account', 'add', 'support', ...flags], 'geheim\n')).code, 0);
	assert.deepEqual(JSON.parse(await readFile(secrets, 'utf8')), {support: {password: 'geheim'}});
	assert.ok(!(await raute(['account', 'list', '--json'])).out.includes('geheim'));
	assert.equal((await raute(['account', 'remove', 'support'])).code, 0);
	assert.deepEqual(JSON.parse(await readFile(secrets, 'utf8')), {});
});

test('days, agents and weekdays are taken as people write them, and only when they exist', async t => {
	const {raute, json} = await openRoom(t, 'en');
	const account = async () =>
		((await json(['account', 'list'])) as readonly Record<string, unknown>[])[0] ?? {};
	await raute(['account', 'add', 'a', '--address', 'a@b.test']);
	await raute(['agent', 'add', 'anna', '--name', 'Anna Weber']);
	const set = async (...flags: readonly string[]) =>
		(await raute(['account', 'set', 'a', ...flags])).code;
	assert.equal(await set('--from-date', '2026-11-31'), 2);
	assert.equal(await set('--from-date', '1.11.2026', '--visible-to', 'anna'), 0);
	assert.deepEqual(
		[(await account())['fromDate'], (await account())['visibleTo']],
		['2026-11-01', ['anna']],
	);
	assert.equal(await set('--visible-to', 'nobody-here'), 1);
	assert.equal(await set('--from-date', 'none', '--visible-to', 'none'), 0);
	assert.deepEqual([(await account())['fromDate'], (await account())['visibleTo']], [null, []]);
	const job = (weekday: string) => raute(['job', 'set', 'import', '--weekday', weekday]);
	assert.equal((await job('Mi')).code, 0);
	assert.equal(((await json(['job', 'list'])) as readonly {weekday: number}[])[0]?.weekday, 3);
	assert.equal((await job('every day')).code, 0);
	const wrong = await job('someday');
	assert.equal(wrong.code, 2);
	assert.match(wrong.err, /Mon to Sun/u);
});

test('wrong settings are refused and change nothing', async t => {
	const {raute, json} = await openRoom(t, 'en');
	await raute(['queue', 'add', 'IT', '--name', 'Technik']);
	const before = await json(['queue', 'list']);
	const wrong: readonly [readonly string[], number][] = [
		[['queue', 'add', 'it'], 1],
		[['queue', 'add', 'A1'], 2],
		[['queue', 'set', 'Nope', '--name', 'x'], 1],
		[['queue', 'set', 'IT', '--responsible', 'nobody-here'], 1],
		[['queue', 'remove', 'Nope'], 1],
		[['queue', 'add'], 2],
		[['queue', 'strange'], 2],
		[['account', 'add', 'a', '--address', 'no-address'], 2],
		[['account', 'add', 'a', '--address', 'a@b.test', '--imap-tls', 'ssl'], 2],
		[['account', 'add', 'a', '--address', 'a@b.test', '--default-queue', 'Nope'], 1],
		[['account', 'set', 'a', '--name', 'x'], 1],
		[['agent', 'add', 'anna', '--role', 'boss'], 2],
		[['agent', 'remove', 'nobody-here'], 1],
		[['job', 'set', 'import', '--period', '0'], 2],
		[['project', 'remove', 'NOPE'], 2],
	];
	for (const [args, code] of wrong) {
		const {code: found, err} = await raute(args);
		assert.equal(found, code, args.join(' '));
		assert.equal(err.trim().split('\n').length, 1, err);
	}
	const {err} = await raute(['job', 'set', 'import', '--period', '0']);
	assert.match(err, /minutes, 1 to 10080/u);
	assert.deepEqual(await json(['queue', 'list']), before);
	assert.deepEqual(await json(['account', 'list']), []);
});

test('queues, projects, agents and jobs are added, changed and removed', async t => {
	const {raute, json} = await openRoom(t, 'en');
	await raute(['agent', 'add', 'anna', '--name', 'Anna Weber']);
	await raute(['agent', 'set', 'anna', '--role', 'viewer', '--active', 'off']);
	const agents = (await json(['agent', 'list'])) as readonly {readonly login: string}[];
	assert.deepEqual(
		agents.find(agent => agent.login === 'anna'),
		{login: 'anna', name: 'Anna Weber', role: 'viewer', active: false, signature: ''},
	);
	await raute(['queue', 'add', 'IT', '--responsible', 'anna']);
	await raute(['queue', 'set', 'IT', '--name', 'Technik']);
	assert.deepEqual(await json(['queue', 'list']), [
		{label: 'IT', name: 'Technik', responsible: 'anna'},
	]);
	const removed = await raute(['queue', 'remove', 'Nope', 'IT']);
	assert.equal(removed.code, 1);
	assert.deepEqual(await json(['queue', 'list']), []);
	await raute(['project', 'add', 'SHOP', '--name', 'Shop']);
	assert.deepEqual(await json(['project', 'list']), [{label: 'SHOP', name: 'Shop'}]);
	await raute(['job', 'add', 'night', '--kind', 'daily', '--at', '03:00']);
	const jobs = (await json(['job', 'list'])) as readonly Record<string, unknown>[];
	assert.equal(jobs.at(-1)?.['startTime'], '03:00');
});

test('OAuth2 is set by flags, its secret lies in the secrets file, and half of it is refused', async t => {
	const {raute, json, folder} = await openRoom(t, 'en');
	const add = ['account', 'add', 'support', '--address', 's@desk.test'];
	assert.equal((await raute([...add, '--oauth', 'yahoo', '--oauth-client-id', 'x'])).code, 2);
	assert.equal((await raute([...add, '--oauth', 'microsoft365'])).code, 2);
	const clear = [
		'--oauth',
		'other',
		'--oauth-client-id',
		'x',
		'--oauth-token-url',
		'http://a.test/',
	];
	assert.equal((await raute([...add, ...clear])).code, 2);
	const good = ['--oauth', 'google', '--oauth-client-id', 'x', '--client-secret-stdin'];
	const added = await raute([...add, ...good], 'geheim\n');
	assert.equal(added.code, 0, added.err);
	await raute(['account', 'set', 'support', '--oauth-tenant', 'desk.test', '--oauth-scope', 'a,b']);
	const [account] = (await json(['account', 'list'])) as readonly Record<string, unknown>[];
	assert.deepEqual(account?.['password'], {
		kind: 'oauth2',
		provider: 'google',
		clientId: 'x',
		tenant: 'desk.test',
		tokenUrl: '',
		deviceUrl: '',
		authorizationUrl: '',
		scopes: ['a', 'b'],
	});
	const secrets = JSON.parse(await readFile(join(folder, 'data/secrets.json'), 'utf8'));
	assert.deepEqual(secrets, {support: {clientSecret: 'geheim'}});
	assert.equal((await raute(['account', 'sign-in', 'support', '--device'])).code, 1);
	assert.equal((await raute(['account', 'sign-in', 'support', '--device', '--browser'])).code, 2);
	await raute(['account', 'set', 'support', '--password-env', 'MAIL_PASSWORD']);
	assert.equal((await raute(['account', 'sign-in', 'support'])).code, 1);
});
