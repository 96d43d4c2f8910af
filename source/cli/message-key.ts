import {createHmac, randomBytes} from 'node:crypto';
import path from 'node:path';
import type {Hmac} from '../domain/message-id.ts';
import {fail, ok, type Result} from '../domain/result.ts';
import {failureOf, isMissing} from '../store/document/failure.ts';
import {NotAFile, readWhole} from '../store/document/read-whole.ts';
import {messageKeyPath} from '../store/layout.ts';
import {writeDurably} from './write-durably.ts';

const keyBytes = 32;

const readKey = async (file: string): Promise<Buffer | null> => {
	try {
		const key = await readWhole(file);
		// One that was cut off signs what anybody can sign.
		return key.length === keyBytes ? key : null;
	} catch (error) {
		if (isMissing(error)) return null;
		throw error;
	}
};

const newKey = (file: string): Buffer => {
	const key = randomBytes(keyBytes);
	writeDurably(file, key);
	return key;
};

/**
 * Signs with the secret behind our Message-IDs, which is made at first use: a reply to one proves that
 * our mail was seen. Problems: `data-unwritable`, `disk-full`,
 * `document-unreadable` for what is no file.
 */
export const messageSigner = async (dataFolder: string): Promise<Result<Hmac>> => {
	const file = path.join(dataFolder, messageKeyPath);
	try {
		const key = (await readKey(file)) ?? newKey(file);
		return ok(text => createHmac('sha256', key).update(text).digest('hex'));
	} catch (error) {
		return error instanceof NotAFile
			? fail('document-unreadable', {path: messageKeyPath, text: 'not a file'})
			: failureOf(error, file);
	}
};
