// A private Postfix on a loopback port that delivers into a Maildir, for bounces as they really come.
import {type ChildProcess, execFileSync, spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {chmod, chown, copyFile, mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {connect} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {freePorts} from './free-port.ts';

const control = '/usr/sbin/postfix';
const programs = '/usr/lib/postfix/sbin';

/** Why no Postfix can be started here, or null when one can: the value of a test's `skip`. */
export const postfixMissing = (): string | null => {
	if (!existsSync(join(programs, 'master'))) return 'Postfix is not installed (package postfix)';
	return process.getuid?.() === 0 ? null : 'Postfix starts for root alone';
};

export type Postfix = {
	readonly port: number;
	/** Its log so far, for the message of a test that failed. */
	log(): Promise<string>;
	dispose(): Promise<void>;
};

/** One address has a mailbox; every other one of the two domains is taken, and then bounces. */
const mainConfig = (folder: string, mailbox: {readonly address: string; readonly path: string}) =>
	[
		'compatibility_level = 3.6',
		`queue_directory = ${folder}/queue`,
		`data_directory = ${folder}/data`,
		'maillog_file_prefixes = /tmp',
		`maillog_file = ${folder}/mail.log`,
		'myhostname = mx.firma.example',
		'mydestination =',
		'inet_interfaces = 127.0.0.1',
		'inet_protocols = ipv4',
		'mynetworks = 127.0.0.0/8',
		'smtpd_recipient_restrictions = permit_mynetworks, reject',
		// An address without a mailbox is taken first: only then does Postfix write the report itself.
		'smtpd_reject_unlisted_recipient = no',
		'virtual_mailbox_domains = firma.example, kunde.example',
		`virtual_mailbox_maps = inline:{{${mailbox.address}=${mailbox.path}/}}`,
		'virtual_mailbox_base = /',
		'virtual_uid_maps = static:65534',
		'virtual_gid_maps = static:65534',
		'virtual_minimum_uid = 1',
		'local_recipient_maps =',
		'alias_maps =',
		'alias_database =',
		'',
	].join('\n');

/** The services of master(5) that a mail from SMTP to a mailbox, and a report about it, go through. */
const masterConfig = (port: number) =>
	[
		`127.0.0.1:${port} inet n - n - - smtpd`,
		'cleanup unix n - n - 0 cleanup',
		'qmgr unix n - n 300 1 qmgr',
		'rewrite unix - - n - - trivial-rewrite',
		'bounce unix - - n - 0 bounce',
		'defer unix - - n - 0 bounce',
		'trace unix - - n - 0 bounce',
		'error unix - - n - - error',
		'virtual unix - n n - - virtual',
		'proxymap unix - - n - - proxymap',
		'postlog unix-dgram n - n - 1 postlogd',
		'',
	].join('\n');

/** Ends the server when our end of its standard input closes, however we end. */
const untilParentEnds = '"$0" -c "$1" start-fg & cat >/dev/null; "$0" -c "$1" abort; wait';

const answers = (port: number): Promise<boolean> =>
	new Promise(resolve => {
		const socket = connect({host: '127.0.0.1', port});
		socket.once('data', () => {
			socket.end('QUIT\r\n');
			resolve(true);
		});
		socket.once('error', () => resolve(false));
	});

const readLog = (folder: string): Promise<string> =>
	readFile(join(folder, 'mail.log'), 'utf8').catch(() => '');

const untilItAnswers = async (child: ChildProcess, port: number, folder: string) => {
	for (let attempt = 0; attempt < 200 && child.exitCode === null; attempt += 1) {
		if (await answers(port)) return;
		await sleep(50);
	}
	throw new Error(`Postfix did not start: ${(await readLog(folder)).slice(-1000)}`);
};

const numberOf = (flag: '-u' | '-g', name: string): number =>
	Number(execFileSync('id', [flag, name], {encoding: 'utf8'}));

const prepare = async (port: number, mailbox: {address: string; path: string}): Promise<string> => {
	const folder = await mkdtemp(join(tmpdir(), 'raute-postfix-'));
	await chmod(folder, 0o755);
	await mkdir(join(folder, 'queue'));
	await mkdir(join(folder, 'data'));
	await chown(join(folder, 'data'), numberOf('-u', 'postfix'), numberOf('-g', 'postfix'));
	await writeFile(join(folder, 'main.cf'), mainConfig(folder, mailbox));
	await writeFile(join(folder, 'master.cf'), masterConfig(port));
	await copyFile('/etc/postfix/postfix-files', join(folder, 'postfix-files'));
	return folder;
};

/** Starts a server that has a mailbox for one address: the Maildir at `path`, owned by nobody (65534). */
export const startPostfix = async (mailbox: {
	readonly address: string;
	readonly path: string;
}): Promise<Postfix> => {
	const [port = 0] = await freePorts(1);
	const folder = await prepare(port, mailbox);
	const child = spawn('/bin/sh', ['-c', untilParentEnds, control, folder], {
		stdio: ['pipe', 'ignore', 'ignore'],
		detached: true,
	});
	await untilItAnswers(child, port, folder);
	return {
		port,
		log: () => readLog(folder),
		dispose: async () => {
			const ended = new Promise(resolve => child.once('exit', resolve));
			child.stdin?.end();
			if (child.exitCode === null && child.signalCode === null) await ended;
			await rm(folder, {recursive: true, force: true});
		},
	};
};
