import {readFile} from 'node:fs/promises';
import {cleanLine} from '../clean.ts';
import type {Opened} from './check-seal.ts';
import {runTool, withFiles} from './run-tool.ts';

const none = (state: Opened['state']): Opened => ({kind: 'smime', state, by: '', content: null});

/** The address in a certificate, else its subject. */
const ownerOf = async (certificate: string): Promise<string> => {
	const args = ['x509', '-noout', '-email', '-subject', '-in', certificate];
	const answer = await runTool('openssl', args);
	const [first = ''] = answer.ran ? answer.out.toString().split('\n') : [];
	return cleanLine(first.replace(/^subject\s*=\s*/u, ''));
};

/**
 * Checks a signed S/MIME mail (RFC 8551) against the certificates that the system trusts; when only
 * those are missing, the signature itself still counts, but its signer is `untrusted`.
 */
export const checkSmime = (raw: Buffer): Promise<Opened> =>
	withFiles({mail: raw}, async pathOf => {
		const verify = ['cms', '-verify', '-in', pathOf('mail'), '-out', pathOf('content')];
		const signer = ['-signer', pathOf('signer')];
		const full = await runTool('openssl', [...verify, ...signer, '-purpose', 'any']);
		if (!full.ran) return none(full.why);
		const answer =
			full.code === 0 ? full : await runTool('openssl', [...verify, ...signer, '-noverify']);
		if (!answer.ran) return none(answer.why);
		if (answer.code !== 0) return none('bad');
		const state = full.code === 0 ? 'good' : 'untrusted';
		const content = await readFile(pathOf('content'));
		return {kind: 'smime', state, by: await ownerOf(pathOf('signer')), content};
	});

/** Opens an encrypted S/MIME mail with a PEM file that holds key and certificate; `closed` without one. */
export const openSmime = (raw: Buffer, keyFile: string | null): Promise<Opened> =>
	withFiles({mail: raw}, async pathOf => {
		if (keyFile === null) {
			const there = await runTool('openssl', ['version']);
			return none(there.ran ? 'closed' : there.why);
		}
		const args = ['cms', '-decrypt', '-in', pathOf('mail'), '-recip', keyFile];
		const answer = await runTool('openssl', [...args, '-passin', 'pass:']);
		if (!answer.ran) return none(answer.why);
		return answer.code === 0 ? {...none('opened'), content: answer.out} : none('closed');
	});
