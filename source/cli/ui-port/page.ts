import {spawn} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {ok} from '../../domain/result.ts';
import type {UiPorts} from '../../ui/ports.ts';
import {runInTerminal} from '../../ui/terminal/suspend.ts';

/** Nothing is loaded, sent or run: styles of the mail itself and pictures inside it are all there is. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/** An attribute's value in double quotes. */
const attribute = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/**
 * A mail's HTML inside a page of ours. The frame is sandboxed (HTML, iframe sandbox): no scripts, no
 * forms, no way out of it; the policy (CSP level 3) holds in it as well, so that neither a picture
 * nor a refresh tells the sender that the mail was read.
 */
export const lockedPage = (html: string): string =>
	[
		'<!doctype html>',
		'<meta charset="utf-8">',
		`<meta http-equiv="Content-Security-Policy" content="${policy}">`,
		'<meta name="referrer" content="no-referrer">',
		'<style>html,body,iframe{margin:0;width:100%;height:100%;border:0}</style>',
		`<iframe sandbox srcdoc="${attribute(html)}"></iframe>`,
		'',
	].join('\n');

/** Shows text and links; pictures, cookies and refreshes are off. */
const w3m: readonly [string, ...string[]] = [
	...(['w3m', '-T', 'text/html', '-I', 'UTF-8', '-no-cookie'] as const),
	...['-o', 'auto_image=FALSE', '-o', 'display_image=FALSE', '-o', 'meta_refresh=FALSE'],
];

/** The programs of `$BROWSER`, separated by colons, each with its arguments; `%s` is the page. */
const wishes = (page: string): ReadonlyArray<readonly [string, ...string[]]> =>
	(process.env['BROWSER'] ?? '').split(':').flatMap(wish => {
		const [program, ...words] = wish.split(/\s+/u).filter(Boolean);
		if (program === undefined) return [];
		const args = words.map(word => word.replaceAll('%s', page));
		return [[program, ...args, ...(wish.includes('%s') ? [] : [page])] as const];
	});

const startsBeside = ([program, ...args]: readonly [string, ...string[]]): Promise<boolean> =>
	new Promise(resolve => {
		const child = spawn(program, args, {detached: true, stdio: 'ignore'});
		child.once('error', () => resolve(false));
		child.once('spawn', () => {
			child.unref();
			resolve(true);
		});
	});

const inTheWindow = async (html: string): Promise<string | null> => {
	if (!process.env['BROWSER']) return null;
	const file = path.join(await mkdtemp(path.join(tmpdir(), 'raute-')), 'mail.html');
	await writeFile(file, lockedPage(html), {mode: 0o600});
	for (const wish of wishes(file)) if (await startsBeside(wish)) return file;
	return null;
};

/** Opens a mail's HTML in `$BROWSER`, else in w3m on this terminal. Null: there is neither. */
export const openPage: UiPorts['openPage'] = async (html, terminal) => {
	const opened = await inTheWindow(html);
	if (opened !== null) return ok(opened);
	const folder = await mkdtemp(path.join(tmpdir(), 'raute-'));
	const file = path.join(folder, 'mail.html');
	try {
		await writeFile(file, html, {mode: 0o600});
		const end = await runInTerminal(terminal, [...w3m, file]);
		return ok(end.ran ? file : null);
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
};
