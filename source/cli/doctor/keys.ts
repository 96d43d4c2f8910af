import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {createKeymap, type KeyFile, shippedKeys} from '../../ui/key/keymap.ts';
import type {Call} from '../command.ts';
import {type Finding, flaw, sound} from './finding.ts';

const isKeyFile = (value: unknown): value is KeyFile =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const parsed = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
};

/** The agent's own keys, where there is a file of them. */
export const checkKeys = async (call: Call): Promise<readonly Finding[]> => {
	const path = join(call.config, 'keys.json');
	const text = await readFile(path, 'utf8').catch(() => null);
	if (text === null) return [];
	const user = parsed(text);
	if (!isKeyFile(user)) return [flaw(call, 'keys-unreadable', {path})];
	const {findings} = createKeymap({shipped: shippedKeys(), user});
	if (findings.length === 0) return [sound(call.say('cli.doctor.keys-ok', {path}))];
	return findings.map(({kind, verb, key, other}) =>
		flaw(call, `keys-${kind}`, {path, verb, key, other}),
	);
};
