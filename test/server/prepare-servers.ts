import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {dovecotMissing} from './dovecot.ts';
import {postfixMissing} from './postfix.ts';

type Server = {
	readonly name: string;
	readonly debianPackage: string;
	/** Why no server can be started here, null when one can. */
	readonly missing: () => string | null;
};

const servers: readonly Server[] = [
	{name: 'Dovecot', debianPackage: 'dovecot-imapd', missing: dovecotMissing},
	{name: 'Postfix', debianPackage: 'postfix', missing: postfixMissing},
];

const mayInstall = (): boolean =>
	process.getuid?.() === 0 &&
	existsSync('/usr/bin/apt-get') &&
	process.env['RAUTE_NO_INSTALL'] === undefined;

const install = (packages: readonly string[]): void => {
	const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
	// Unconfigured, the machine's own Postfix does not start; the tests bring their configuration.
	spawnSync('debconf-set-selections', {
		input: 'postfix postfix/main_mailer_type select No configuration\n',
		stdio: ['pipe', 'ignore', 'inherit'],
	});
	const wanted = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
	for (const args of [['update', '-qq'], wanted]) {
		const {status} = spawnSync('apt-get', args, {env, stdio: ['ignore', 'ignore', 'inherit']});
		if (status !== 0) console.log(`apt-get ${args[0]} ended with ${status}.`);
	}
};

/**
 * Installs the servers of the mail tests where they are missing and root and apt-get are there,
 * unless RAUTE_NO_INSTALL forbids it; elsewhere says what is skipped and what to install.
 */
export const prepareServers = (): void => {
	const missing = servers.filter(server => server.missing() !== null);
	if (missing.length === 0) return;
	if (mayInstall()) {
		const packages = missing.map(({debianPackage}) => debianPackage);
		console.log(`Installing for the mail tests: ${packages.join(' ')}.`);
		install(packages);
	}
	for (const {name, debianPackage, missing: reason} of servers) {
		const why = reason();
		if (why === null) continue;
		console.log(`${why}: the tests that need ${name} are skipped.`);
		console.log(`Install it with: apt-get install ${debianPackage}`);
	}
};
