import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fail, ok} from '../../domain/result.ts';
import type {MailServer} from '../mail.ts';

/**
 * Mail servers that are none: what is sent becomes a file in the folder, named by time and count;
 * no mailbox can be opened. For `raute demo`.
 */
export const createLocalOutbox = (folder: string): MailServer => {
	let count = 0;
	return {
		open: async account =>
			fail('server-unreachable', {account: account.id, host: '', text: 'demo'}),
		submit: async (account, {raw}) => {
			count += 1;
			const stamp = new Date().toISOString().replaceAll(/[:.]/gu, '-');
			const name = `${stamp}-${count}.eml`;
			try {
				await mkdir(folder, {recursive: true, mode: 0o700});
				await writeFile(join(folder, name), raw, {flag: 'wx', mode: 0o600});
				return ok({response: name, refused: []});
			} catch (error) {
				const text = String((error as NodeJS.ErrnoException).code);
				return fail('smtp-temporary', {account: account.id, host: '', code: text, text});
			}
		},
	};
};
