/** One client of the bench: `update-child.ts FOLDER NAME SECONDS NUMBER…` comments and reports times. */
import {connectDesk} from '../../source/service/client/client.ts';
import {serviceCommand} from '../soak/service-command.ts';

const [dataFolder = '', name = '', seconds = '0', ...numbers] = process.argv.slice(2);
const connected = await connectDesk({
	dataFolder,
	version: 'soak',
	login: name,
	start: false,
	startCommand: serviceCommand(dataFolder),
});
if (!connected.ok) throw new Error(JSON.stringify(connected.problem));

const milliseconds: number[] = [];
const until = performance.now() + Number(seconds) * 1000;
for (let count = 0; performance.now() < until; count++) {
	const number = numbers[Math.floor(Math.random() * numbers.length)] ?? '';
	const started = performance.now();
	const id = `${name}-${count}`;
	const done = await connected.value.perform([{id, number, action: 'comment', input: {text: id}}]);
	milliseconds.push(performance.now() - started);
	if (!done.ok || !done.value[0]?.ok) throw new Error(`refused: ${JSON.stringify(done)}`);
}
await connected.value.close();
process.send?.(milliseconds, () => process.disconnect());
