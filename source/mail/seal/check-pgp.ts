import {cleanLine} from '../clean.ts';
import type {Opened} from './check-seal.ts';
import {runTool, type ToolAnswer, withFiles} from './run-tool.ts';

/** Nothing is asked: a passphrase comes from the agent of gpg, or there is none. */
const quiet = ['--batch', '--no-tty', '--pinentry-mode', 'cancel', '--status-fd', '2'];

const statusOf = (err: string, name: string): string | null => {
	const line = new RegExp(`^\\[GNUPG:\\] ${name}(?: (.*))?$`, 'mu').exec(err);
	return line ? (line[1] ?? '') : null;
};

/** `GOODSIG 0123456789ABCDEF Name <address>`. */
const signerOf = (status: string): string => cleanLine(status.replace(/^\S+\s*/u, ''));

const signatureOf = (err: string): Pick<Opened, 'state' | 'by'> | null => {
	const good = statusOf(err, 'GOODSIG');
	if (good !== null) {
		const trusted = /^\[GNUPG:\] TRUST_(?:FULLY|ULTIMATE)/mu.test(err);
		return {state: trusted ? 'good' : 'untrusted', by: signerOf(good)};
	}
	const expired = statusOf(err, '(?:EXPKEYSIG|REVKEYSIG|EXPSIG)');
	if (expired !== null) return {state: 'untrusted', by: signerOf(expired)};
	const bad = statusOf(err, 'BADSIG');
	if (bad !== null) return {state: 'bad', by: signerOf(bad)};
	return statusOf(err, 'ERRSIG') === null ? null : {state: 'unknown-key', by: ''};
};

const opened = (answer: ToolAnswer, content: boolean): Opened => {
	if (!answer.ran) return {kind: 'pgp', state: answer.why, by: '', content: null};
	const signature = signatureOf(answer.err);
	const text = content && answer.out.length > 0 ? answer.out : null;
	if (signature) return {kind: 'pgp', ...signature, content: text};
	const decrypted = statusOf(answer.err, 'DECRYPTION_OKAY') !== null;
	return {kind: 'pgp', state: decrypted ? 'opened' : 'closed', by: '', content: text};
};

/** Checks a detached signature (RFC 3156 §5) with the keys of whoever runs this. */
export const checkPgpSignature = (signed: Buffer, signature: Buffer): Promise<Opened> =>
	withFiles({signed, signature}, async pathOf => {
		const args = [...quiet, '--verify', '--', pathOf('signature'), pathOf('signed')];
		return opened(await runTool('gpg', args), false);
	});

/** Opens an encrypted or clear-signed text (RFC 9580). */
export const openPgp = (armoured: Buffer): Promise<Opened> =>
	withFiles({armoured}, async pathOf => {
		const args = [...quiet, '--decrypt', '--', pathOf('armoured')];
		return opened(await runTool('gpg', args), true);
	});
