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
 * Checks an S/MIME signature (RFC 8551) against the certificates that the system trusts; when only those
 * are missing, the signature itself still counts, but its signer is `untrusted`. `cms` is the bare
 * structure, since openssl reads fewer mails than we do; `signed` what it covers when that is not inside.
 */
export const checkSmime = (cms: Buffer, signed: Buffer | null): Promise<Opened> =>
	withFiles(signed ? {cms, signed} : {cms}, async pathOf => {
		const input = ['-inform', 'DER', '-in', pathOf('cms'), '-binary'];
		const covered = signed ? ['-content', pathOf('signed')] : [];
		const output = ['-out', pathOf('content'), '-signer', pathOf('signer')];
		const verify = ['cms', '-verify', ...input, ...covered, ...output];
		const full = await runTool('openssl', [...verify, '-purpose', 'any']);
		if (!full.ran) return none(full.why);
		const answer = full.code === 0 ? full : await runTool('openssl', [...verify, '-noverify']);
		if (!answer.ran) return none(answer.why);
		if (answer.code !== 0) return none('bad');
		const state = full.code === 0 ? 'good' : 'untrusted';
		const content = await readFile(pathOf('content'));
		return {kind: 'smime', state, by: await ownerOf(pathOf('signer')), content};
	});

/** Opens an encrypted structure with a PEM file that holds key and certificate; `closed` without one. */
export const openSmime = (cms: Buffer, keyFile: string | null): Promise<Opened> =>
	withFiles({cms}, async pathOf => {
		if (keyFile === null) {
			const there = await runTool('openssl', ['version']);
			return none(there.ran ? 'closed' : there.why);
		}
		const input = ['-inform', 'DER', '-in', pathOf('cms'), '-recip', keyFile];
		const answer = await runTool('openssl', ['cms', '-decrypt', ...input, '-passin', 'pass:']);
		if (!answer.ran) return none(answer.why);
		return answer.code === 0 ? {...none('opened'), content: answer.out} : none('closed');
	});
