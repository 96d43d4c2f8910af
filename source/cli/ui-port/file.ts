import {spawn} from 'node:child_process';
import {mkdtemp, readdir, readFile, stat, writeFile} from 'node:fs/promises';
import {homedir, tmpdir} from 'node:os';
import path from 'node:path';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {PathCompletion, UiPorts} from '../../ui/ports.ts';

const mostAttachmentBytes = 25 * 1024 * 1024;

/** A field begins with `~/`, and a whole path is pasted behind it. */
const absolute = (typed: string): string => {
	const meant = typed.replace(/^~\/(?=~?\/)/u, '');
	return path.resolve(meant.startsWith('~/') ? path.join(homedir(), meant.slice(2)) : meant);
};

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

const problemOf = (error: unknown, file: string): Result<never> =>
	codeOf(error) === 'ENOSPC'
		? fail('disk-full', {path: file})
		: fail('data-unwritable', {path: file, code: codeOf(error), reason: 'file'});

/** `report.pdf`, then `report-1.pdf`: a file that is there is never overwritten. */
const saveFile: UiPorts['saveFile'] = async (typed, bytes) => {
	const {dir, name, ext} = path.parse(absolute(typed));
	for (let count = 0; count < 1000; count++) {
		const file = path.join(dir, `${name}${count === 0 ? '' : `-${count}`}${ext}`);
		try {
			await writeFile(file, bytes, {flag: 'wx', mode: 0o600});
			return ok(file);
		} catch (error) {
			if (codeOf(error) !== 'EEXIST') return problemOf(error, file);
		}
	}
	return fail('data-unwritable', {path: absolute(typed), code: 'EEXIST'});
};

/** The desktop's opener; over SSH there is none, and the person saves the file instead. */
const openFile: UiPorts['openFile'] = async (bytes, name) => {
	const hasDesktop = process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
	if (!hasDesktop) return fail('action-unavailable', {reason: 'no-desktop'});
	try {
		const file = path.join(await mkdtemp(path.join(tmpdir(), 'raute-')), path.basename(name));
		await writeFile(file, bytes, {mode: 0o600});
		const child = spawn('xdg-open', [file], {detached: true, stdio: 'ignore'});
		child.once('error', () => undefined);
		child.unref();
		return ok(file);
	} catch (error) {
		return problemOf(error, name);
	}
};

const commonStart = (names: readonly string[]): string => {
	const [first = '', ...rest] = names;
	let length = first.length;
	for (const name of rest) while (!name.startsWith(first.slice(0, length))) length--;
	return first.slice(0, length);
};

const completePath = async (prefix: string): Promise<PathCompletion> => {
	const cut = prefix.lastIndexOf('/') + 1;
	const [folder, begun] = [prefix.slice(0, cut), prefix.slice(cut)];
	const entries = await readdir(absolute(folder || '.'), {withFileTypes: true}).catch(() => []);
	const choices = entries
		.filter(({name}) => name.startsWith(begun) && (begun !== '' || !name.startsWith('.')))
		.map(entry => (entry.isDirectory() ? `${entry.name}/` : entry.name))
		.sort();
	const isComplete = choices.length === 1 && !choices[0]?.endsWith('/');
	return {
		path: choices.length === 0 ? prefix : folder + commonStart(choices),
		choices: isComplete ? [] : choices.slice(0, 50),
	};
};

const readFileForAttachment: UiPorts['readFileForAttachment'] = async typed => {
	const file = absolute(typed);
	try {
		const found = await stat(file);
		// A pipe or a device may have no end, and the screen would wait for it.
		if (!found.isFile()) return fail('attachment-missing', {path: file, name: file});
		const {size} = found;
		if (size > mostAttachmentBytes) {
			return fail('mail-too-large', {path: file, size, limit: mostAttachmentBytes});
		}
		return ok({name: path.basename(file), bytes: await readFile(file)});
	} catch (error) {
		return fail('attachment-missing', {path: file, name: file, code: codeOf(error)});
	}
};

/** Files of the person at the screen: read, saved, opened and completed with their own rights. */
export const filePorts: Pick<
	UiPorts,
	'saveFile' | 'openFile' | 'completePath' | 'readFileForAttachment'
> = {saveFile, openFile, completePath, readFileForAttachment};
