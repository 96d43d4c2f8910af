import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, test} from 'node:test';
import {setTimeout as sleep} from 'node:timers/promises';
import {createMailReader} from '../../../source/mail/thread/read-in-worker.ts';

const entry = new URL('./limit-worker.ts', import.meta.url);
const mail = (header: string, body = 'Text'): Buffer =>
	Buffer.from(`${header}From: a@kunde.example\r\nSubject: Frage\r\n\r\n${body}\r\n`);

const reader = createMailReader({size: 2});
const strict = createMailReader({size: 1, entry, timeoutMs: 1000, memoryMb: 64});
after(() => Promise.all([reader.close(), strict.close()]));

const outcome = async (raw: Buffer): Promise<string> => {
	const result = await strict.read(raw);
	return result.ok ? result.value.subject : String(result.problem.details['reason']);
};

test('a mail that never ends is given up, and the mails behind it are read', async () => {
	const answers = await Promise.all([mail('X-Endless: 1\r\n'), mail(''), mail('')].map(outcome));
	assert.deepEqual(answers, ['parse-timeout', 'Frage', 'Frage']);
});

test('a mail asked for behind one that takes long does not wait for it', async () => {
	const patient = createMailReader({size: 1, entry, timeoutMs: 5000});
	assert.ok((await patient.read(mail(''))).ok);
	const answers: string[] = [];
	const long = patient.read(mail('X-Asleep: 1\r\n')).then(() => answers.push('long'));
	await sleep(1200);
	await patient.read(mail('')).then(() => answers.push('short'));
	assert.deepEqual(answers, ['short']);
	await Promise.all([patient.close(), long]);
});

test('who opens a file does not wait behind mails that take long', async () => {
	const patient = createMailReader({size: 1, entry, timeoutMs: 2000});
	assert.ok((await patient.read(mail(''))).ok);
	const asleep = Array.from({length: 5}, () => patient.read(mail('X-Asleep: 1\r\n')));
	const began = performance.now();
	for (const _ of [1, 2, 3]) {
		const page = await patient.html(mail('Content-Type: text/html\r\n', '<p>Text'));
		assert.match((page.ok && page.value) || '', /Text/u);
	}
	assert.ok(performance.now() - began < 2000);
	await Promise.all([patient.close(), ...asleep]);
});

test('a mail that eats the memory is given up, and the next is read', async () => {
	const patient = createMailReader({size: 1, entry, timeoutMs: 60_000, memoryMb: 32});
	const result = await patient.read(mail('X-Hungry: 1\r\n'));
	assert.ok(!result.ok);
	assert.equal(result.problem.name, 'mail-unreadable');
	assert.equal(result.problem.details['reason'], 'out-of-memory');
	assert.ok((await patient.read(mail(''))).ok);
	await patient.close();
});

test('a thread that dies takes one mail along, not the next', async () => {
	assert.equal(await outcome(mail('X-Crash: 1\r\n')), 'parse-error');
	assert.equal(await outcome(mail('')), 'Frage');
});

test('a parser that throws fails one mail', async () => {
	assert.equal(await outcome(mail('X-Throw: 1\r\n')), 'parse-error');
	assert.equal(await outcome(mail('')), 'Frage');
});

test('the caller keeps its bytes', async () => {
	const raw = mail('');
	await reader.read(raw);
	assert.ok(raw.length > 0);
	assert.match(raw.toString(), /^From: a@/);
});

test('many mails at once are answered in their places', async () => {
	const numbers = Array.from({length: 200}, (_, index) => index);
	const results = await Promise.all(
		numbers.map(number => reader.read(mail('', `Nummer ${number}`))),
	);
	assert.deepEqual(
		results.map(result => result.ok && result.value.text),
		numbers.map(number => `Nummer ${number}`),
	);
});

test('closing waits for what was asked', async () => {
	const short = createMailReader({size: 1});
	const asked = [short.read(mail('')), short.read(mail('')), short.read(mail(''))];
	await short.close();
	assert.ok((await Promise.all(asked)).every(result => result.ok));
});

test('a file and the HTML are found again in the raw mail', async () => {
	const raw = mail(
		'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n',
		'--b\r\nContent-Type: text/html\r\n\r\n<p>Hallo</p>\r\n--b\r\nContent-Type: text/csv; name=a.csv\r\n\r\n1;2\r\n--b--',
	);
	assert.deepEqual(await reader.html(raw), {ok: true, value: '<p>Hallo</p>'});
	const file = await reader.attachment(raw, 0);
	assert.equal(file.ok && Buffer.from(file.value).toString(), '1;2');
	const missing = await reader.attachment(raw, 1);
	assert.equal(!missing.ok && missing.problem.name, 'attachment-missing');
	assert.deepEqual(await reader.html(mail('')), {ok: true, value: null});
});

test('an idle reader keeps no process alive', () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'reader-'));
	const script = path.join(folder, 'read-one.mts');
	const source = new URL('../../../source/mail/thread/read-in-worker.ts', import.meta.url).href;
	writeFileSync(
		script,
		`import {createMailReader} from ${JSON.stringify(source)};
		const result = await createMailReader().read(Buffer.from('Subject: x\\r\\n\\r\\ny'));
		console.log(result.value.subject);`,
	);
	const child = spawnSync(process.execPath, [script], {
		encoding: 'utf8',
		timeout: 30_000,
	});
	rmSync(folder, {recursive: true});
	assert.equal(child.stdout.trim(), 'x', child.stderr);
	assert.equal(child.signal, null);
});
