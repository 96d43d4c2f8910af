import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {spawn} from '@lydell/node-pty';
import xterm from '@xterm/headless';

const program = fileURLToPath(new URL('pretend-app.tsx', import.meta.url));
const patience = 20_000;

/** Runs the program in a pseudo terminal of 60x10 and looks at its screen. */
const begin = () => {
	const term = new xterm.Terminal({cols: 60, rows: 10, allowProposedApi: true});
	const pty = spawn(process.execPath, ['--import', 'tsx', program], {
		cols: 60,
		rows: 10,
		env: {...process.env, TERM: 'xterm-256color', NODE_ENV: 'production'},
	});
	let raw = '';
	pty.onData(chunk => {
		raw += chunk;
		term.write(chunk);
	});
	const ended = new Promise<number>(resolve => pty.onExit(({exitCode}) => resolve(exitCode)));
	const shows = async (text: string) => {
		const screen = () =>
			Array.from({length: 10}, (_, row) =>
				term.buffer.active.getLine(term.buffer.active.baseY + row)?.translateToString(true),
			).join('\n');
		const until = Date.now() + patience;
		while (!screen().includes(text)) {
			assert.ok(Date.now() < until, `waited for ${text}, saw ${screen()}`);
			await new Promise(resolve => setTimeout(resolve, 10));
		}
	};
	const says = async (text: string) => {
		const until = Date.now() + patience;
		while (!raw.includes(text)) {
			assert.ok(Date.now() < until, `waited for ${JSON.stringify(text)}`);
			await new Promise(resolve => setTimeout(resolve, 10));
		}
	};
	after(() => pty.kill());
	return {pty, shows, says, ended, raw: () => raw};
};

test('typed ahead, torn and pasted keys arrive, a child borrows the terminal, the shell gets it back', async () => {
	const {pty, shows, says, ended, raw} = begin();
	await shows('keys:');
	pty.write('jjj\u001B');
	await new Promise(resolve => setTimeout(resolve, 5));
	pty.write('[');
	await new Promise(resolve => setTimeout(resolve, 5));
	pty.write('A\u001B[200~a\rb\u001B[201~');
	await shows('keys: j j j up paste');
	pty.write('\u0007');
	await says('\u001B[?2004l');
	pty.write('hello\n');
	await shows('keys: j j j up paste ctrl+g');
	assert.match(raw(), /child read hello/);
	pty.write('x');
	await shows('ctrl+g x');
	pty.write('\u0003');
	assert.equal(await ended, 0);
	await shows('bye');
	const end = raw().slice(raw().lastIndexOf('\u001B[?1049l'));
	assert.ok(!end.includes('keys:'), 'nothing is drawn after the goodbye');
});
