import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';

/** A self-made certificate for `localhost`: paths of its PEM files and their text. */
export type Certificate = {
	readonly keyFile: string;
	readonly certFile: string;
	readonly key: string;
	readonly cert: string;
};

/** Makes a certificate with openssl in the folder; valid for two days. */
export const makeCertificate = (folder: string): Certificate => {
	const keyFile = join(folder, 'key.pem');
	const certFile = join(folder, 'cert.pem');
	const names = 'subjectAltName=DNS:localhost,IP:127.0.0.1';
	execFileSync(
		'openssl',
		[
			...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
			...['-days', '2', '-subj', '/CN=localhost', '-addext', names],
			...['-keyout', keyFile, '-out', certFile],
		],
		{stdio: 'ignore'},
	);
	return {
		keyFile,
		certFile,
		key: readFileSync(keyFile, 'utf8'),
		cert: readFileSync(certFile, 'utf8'),
	};
};
