// A private Dovecot on loopback ports in a temporary folder, for tests against a real server.
import {type ChildProcess, spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {connect} from 'node:net';
import {tmpdir, userInfo} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import type {Account, TlsMode} from '../../source/domain/account/account.ts';
import {makeCertificate} from './certificate.ts';
import {type DovecotSetup, dovecotConfig, introspectionConfig} from './dovecot-config.ts';
import {freePorts} from './free-port.ts';
import {type Maildrop, openMaildrop} from './maildrop.ts';
import {testAccount} from './test-account.ts';

const binary = '/usr/sbin/dovecot';

/** Ends the whole process group when our end of its standard input closes, however we end. */
const untilParentEnds = '"$0" -F -c "$1" & cat >/dev/null; kill -9 0';

/** Why no Dovecot can be started here, or null when one can: the value of a test's `skip`. */
export const dovecotMissing = (): string | null =>
	existsSync(binary) ? null : 'Dovecot is not installed (package dovecot-imapd)';

export type Dovecot = {
	readonly folder: string;
	readonly ports: {readonly clear: number; readonly tls: number};
	/** The mailbox of a user as files. */
	readonly drop: Maildrop;
	account(id: string, tls: TlsMode, change?: Partial<Account>): Account;
	start(): Promise<void>;
	/** Ends the server; open connections are closed. */
	stop(): Promise<void>;
	/** Ends the server, removes the folder. */
	dispose(): Promise<void>;
};

const answers = (port: number): Promise<boolean> =>
	new Promise(resolve => {
		const socket = connect({host: '127.0.0.1', port});
		socket.once('data', () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => resolve(false));
		socket.setTimeout(2000, () => {
			socket.destroy();
			resolve(false);
		});
	});

const untilItAnswers = async (setup: DovecotSetup, child: ChildProcess) => {
	for (let attempt = 0; attempt < 200; attempt += 1) {
		if (child.exitCode !== null) break;
		if (await answers(setup.ports.clear)) return;
		await sleep(25);
	}
	const log = await readFile(join(setup.folder, 'dovecot.log'), 'utf8').catch(() => '');
	throw new Error(`Dovecot did not start: ${log.slice(-1000)}`);
};

type Options = {
	/** Replaces the advertised IMAP capabilities. */
	readonly capability?: string;
	/** Takes access tokens and asks about them there. */
	readonly introspectionUrl?: string;
	/** How they come: XOAUTH2 when left out. */
	readonly tokenMechanism?: DovecotSetup['tokenMechanism'];
};

const prepare = async (options: Options): Promise<DovecotSetup> => {
	const folder = await mkdtemp(join(tmpdir(), 'raute-dovecot-'));
	await chmod(folder, 0o755);
	const asRoot = process.getuid?.() === 0;
	const {uid, gid, username} = userInfo();
	const [clear = 0, tls = 0] = await freePorts(2);
	const owner = asRoot ? {uid: 65534, gid: 65534} : {uid, gid};
	await mkdir(join(folder, 'mail'));
	await chown(join(folder, 'mail'), owner.uid, owner.gid);
	const certificate = makeCertificate(folder);
	return {
		folder,
		ports: {clear, tls},
		certificate,
		owner,
		asRoot,
		login: username,
		capability: options.capability ?? null,
		introspectionUrl: options.introspectionUrl ?? null,
		tokenMechanism: options.tokenMechanism ?? 'xoauth2',
	};
};

/** The whole process group at once: imap processes outlive their master while a client idles. */
const killGroup = (child: ChildProcess) => {
	if (child.pid === undefined) return;
	try {
		process.kill(-child.pid, 'SIGKILL');
	} catch {
		// It had ended already.
	}
};

const end = async (child: ChildProcess | null) => {
	if (child?.pid === undefined) return;
	const ended = new Promise(resolve => child.once('exit', resolve));
	if (child.exitCode === null && child.signalCode === null) {
		killGroup(child);
		await ended;
	}
	killGroup(child);
};

/**
 * Starts a server with the user `desk` (password `geheim`), folders INBOX, Sent and Done.
 */
export const startDovecot = async (options: Options = {}): Promise<Dovecot> => {
	const setup = await prepare(options);
	const {folder, ports, introspectionUrl} = setup;
	if (introspectionUrl !== null)
		await writeFile(join(folder, 'oauth2.conf'), introspectionConfig(introspectionUrl));
	await writeFile(join(folder, 'users'), 'desk:geheim\n');
	await writeFile(join(folder, 'dovecot.conf'), dovecotConfig(setup));
	const drop = await openMaildrop(join(folder, 'mail/desk/Maildir'), setup.owner);
	await drop.makeFolder('Sent');
	await drop.makeFolder('Done');
	let child: ChildProcess | null = null;
	const start = async () => {
		// A killed server leaves its sockets, and the next one takes them for a running one.
		await rm(join(folder, 'run'), {recursive: true, force: true});
		child = spawn('/bin/sh', ['-c', untilParentEnds, binary, join(folder, 'dovecot.conf')], {
			stdio: ['pipe', 'ignore', 'ignore'],
			detached: true,
		});
		await untilItAnswers(setup, child);
	};
	const stop = async () => {
		await end(child);
		child = null;
	};
	const onExit = () => {
		if (child) killGroup(child);
	};
	process.once('exit', onExit);
	await start();
	return {
		folder,
		ports,
		drop,
		account: (id, tls, change) =>
			testAccount({id, imapPort: tls === 'tls' ? ports.tls : ports.clear, tls, ...change}),
		start,
		stop,
		dispose: async () => {
			await stop();
			process.off('exit', onExit);
			await rm(folder, {recursive: true, force: true});
		},
	};
};
