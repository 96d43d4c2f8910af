import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {dovecotMissing} from './dovecot.ts';

const mayInstall = (): boolean =>
	process.getuid?.() === 0 &&
	existsSync('/usr/bin/apt-get') &&
	process.env['RAUTE_NO_INSTALL'] === undefined;

const installDovecot = (): void => {
	console.log('Dovecot is missing: installing Debian package dovecot-imapd for the mail tests.');
	const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
	const install = ['install', '-y', '-qq', '--no-install-recommends', 'dovecot-imapd'];
	for (const args of [['update', '-qq'], install]) {
		const {status} = spawnSync('apt-get', args, {env, stdio: ['ignore', 'ignore', 'inherit']});
		if (status !== 0) console.log(`apt-get ${args[0]} ended with ${status}.`);
	}
};

/**
 * Installs Dovecot where it is missing and root and apt-get are there, unless RAUTE_NO_INSTALL
 * forbids it; elsewhere says what is skipped and what to install.
 */
export const prepareDovecot = (): void => {
	if (dovecotMissing() === null) return;
	if (mayInstall()) installDovecot();
	if (dovecotMissing() === null) return;
	console.log('Dovecot is missing: the tests that need it are skipped.');
	console.log('Install it with: apt-get install dovecot-imapd');
};
