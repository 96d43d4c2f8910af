/**
 * One agent of the soak: `work-child.ts FOLDER NAME UPDATES NUMBER…` comments, edits and hands in
 * mails through the service, starts it when it is gone, and reports what it was promised.
 */
import {setTimeout as sleep} from 'node:timers/promises';
import type {Desk} from '../../source/desk/desk.ts';
import {connectDesk} from '../../source/service/client/client.ts';
import {serviceCommand} from './service-command.ts';
import {mailOf, type WorkReport} from './work.ts';

const [dataFolder = '', name = '', updates = '0', ...numbers] = process.argv.slice(2);

const report = {
	acknowledged: [] as string[],
	refused: [] as string[],
	mails: [] as Array<[string, string]>,
	edits: 0,
	problems: {} as Record<string, number>,
} satisfies WorkReport;

/** After these nobody knows whether the change was made; all others promise that it was not. */
const uncertain: ReadonlySet<string> = new Set(['connection-lost', 'write-uncertain']);

const count = (problem: string): void => {
	report.problems[problem] = (report.problems[problem] ?? 0) + 1;
};

const pick = (): string => numbers[Math.floor(Math.random() * numbers.length)] ?? '';

const perform = async (desk: Desk, id: string, action: string, input: unknown) => {
	const done = await desk.perform([{id, number: pick(), action, input}]);
	const outcome = done.ok ? done.value[0] : done;
	if (outcome && !outcome.ok) count(outcome.problem.name);
	return outcome ?? null;
};

const comment = async (desk: Desk, id: string): Promise<void> => {
	const outcome = await perform(desk, id, 'comment', {text: id});
	if (outcome?.ok) report.acknowledged.push(id);
	else if (outcome && !uncertain.has(outcome.problem.name)) report.refused.push(id);
};

const edit = async (desk: Desk, id: string): Promise<void> => {
	const outcome = await perform(desk, id, 'prio', {on: Math.random() < 0.5});
	if (outcome?.ok) report.edits += 1;
};

const receive = async (desk: Desk, id: string): Promise<void> => {
	const messageId = `${id}@soak.example`;
	const received = await desk.receive({raw: mailOf(messageId), account: null, queue: null});
	if (!received.ok) count(received.problem.name);
	else if (received.value.number) report.mails.push([messageId, received.value.number]);
	else count(`receive-${received.value.result}`);
};

const update = (desk: Desk, id: string): Promise<void> => {
	const kind = Math.random();
	if (kind < 0.7) return comment(desk, id);
	return kind < 0.9 ? edit(desk, id) : receive(desk, id);
};

const connected = await connectDesk({
	dataFolder,
	version: 'soak',
	login: name,
	start: true,
	startCommand: serviceCommand(dataFolder),
	waitMs: 30_000,
});
if (!connected.ok) throw new Error(JSON.stringify(connected.problem));

let finish = false;
process.once('message', () => {
	finish = true;
});
for (let done = 0; done < Number(updates) || !finish; done++) {
	const problems = Object.keys(report.problems).length;
	await update(connected.value, `${name}-${done}`);
	// A full disk answers at once: no need to ask it thousands of times a second.
	if (problems > 0) await sleep(2);
}
await connected.value.close();
process.send?.(report, () => process.disconnect());
