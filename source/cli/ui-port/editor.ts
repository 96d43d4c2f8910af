import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {UiPorts} from '../../ui/ports.ts';
import {runInTerminal} from '../../ui/terminal/suspend.ts';

/** The words of `$VISUAL`, `$EDITOR` or `vi`: `code --wait` is a program and an argument. */
const editorCommand = (file: string): [string, ...string[]] => {
	const wish = process.env['VISUAL'] || process.env['EDITOR'] || 'vi';
	const [program = 'vi', ...args] = wish.split(/\s+/u).filter(Boolean);
	return [program, ...args, file];
};

/** Edits a text in a file that only this person can read, and removes it afterwards. */
export const openEditor: UiPorts['openEditor'] = async (text, name, terminal) => {
	const folder = await mkdtemp(path.join(tmpdir(), 'raute-'));
	const file = path.join(folder, path.basename(name));
	try {
		await writeFile(file, text, {mode: 0o600});
		const end = await runInTerminal(terminal, editorCommand(file));
		return end.ran && end.code === 0 ? await readFile(file, 'utf8') : null;
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
};
