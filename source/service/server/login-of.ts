import {execFile} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import {promisify} from 'node:util';

const run = promisify(execFile);

/** Login of a uid by the lines of passwd(5), null when it is not there. */
export const loginInPasswd = (passwd: string, uid: number): string | null => {
	for (const line of passwd.split('\n')) {
		const [login = '', , id = ''] = line.split(':');
		if (id === String(uid) && login) return login;
	}
	return null;
};

/** Users of LDAP and the like are not in /etc/passwd; `id` asks all sources of the system. */
const askSystem = async (uid: number): Promise<string | null> => {
	try {
		const {stdout} = await run('id', ['-un', String(uid)], {timeout: 5000});
		const login = stdout.trim();
		return /^\d*$/u.test(login) ? null : login;
	} catch {
		return null;
	}
};

/**
 * The Unix login of a uid. Containers run programs under uids that have none: those are called
 * `uid-1234`, which no system gives to a person.
 */
export const loginOf = async (uid: number): Promise<string> => {
	const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
	return loginInPasswd(passwd, uid) ?? (await askSystem(uid)) ?? `uid-${uid}`;
};
