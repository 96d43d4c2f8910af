/** @jsxRuntime automatic */
// A whole program on the parts of this room, run by `pty.test.ts` in a pseudo terminal.
import {Box, render, Text, useApp} from 'ink';
import {useEffect, useState} from 'react';
import {createDispatch} from '../../../source/ui/terminal/dispatch.ts';
import {createGoodbye} from '../../../source/ui/terminal/goodbye.ts';
import {type Key, keyName} from '../../../source/ui/terminal/key.ts';
import {createScrollWriter} from '../../../source/ui/terminal/scroll-writer.ts';
import {type HandOver, runInTerminal} from '../../../source/ui/terminal/suspend.ts';

let listener: (key: Key) => void = () => undefined;
const {stdin, stdout} = process;
const writer = createScrollWriter(stdout);
const goodbye = createGoodbye({stdout, mute: () => writer.mute()});
goodbye.enter();
const dispatch = createDispatch({
	stdin,
	stdout,
	onKey: key => listener(key),
	onHangup: () => process.exit(129),
});

const child =
	'process.stdin.once("data", d => { console.log("child read " + d); process.exit(0); })';

const App = () => {
	const [keys, setKeys] = useState<readonly string[]>([]);
	const {suspendTerminal} = useApp();
	useEffect(() => {
		listener = key => {
			const name = keyName(key);
			if (name === 'ctrl+c') return quit();
			if (name === 'ctrl+g') {
				const handOver: HandOver = turn => suspendTerminal(turn);
				void runInTerminal({dispatch, handOver}, [process.execPath, '-e', child]);
			}
			setKeys(known => [...known, name]);
		};
	}, [suspendTerminal]);
	return (
		<Box flexDirection="column" width={stdout.columns} height={stdout.rows}>
			<Text>keys: {keys.join(' ')}</Text>
		</Box>
	);
};

const app = render(<App />, {
	stdout: writer,
	stdin,
	alternateScreen: true,
	interactive: true,
	exitOnCtrlC: false,
	patchConsole: false,
});

const quit = () => {
	goodbye.leave();
	dispatch.close();
	app.unmount();
	stdout.write('bye\n');
};
