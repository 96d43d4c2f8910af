import type {DeskStatus} from '../../desk/desk.ts';
import {size} from '../../language/size.ts';
import {longTime} from '../../language/when.ts';
import {answer, refuse} from '../answer.ts';
import {type Call, type Command, isSet} from '../command.ts';
import {connect} from '../connect.ts';
import {exitCode} from '../exit-code.ts';
import {silenceWords} from '../output/silences.ts';

const passLines = ({say, language}: Call, passes: DeskStatus['passes']): readonly string[] =>
	passes.map(pass =>
		say(pass.ok ? 'cli.status.pass' : 'cli.status.pass-failed', {
			account: pass.account,
			time: longTime(pass.finishedAt, language),
			imported: pass.imported,
			followUps: pass.followUps,
			text: pass.problem?.text ?? '',
		}),
	);

const linesOf = (call: Call, status: DeskStatus): readonly string[] => {
	const {say, language} = call;
	const {version, pid, tickets, outbox, quarantined, clients} = status;
	return [
		say('cli.status.running', {version, pid, since: longTime(status.startedAt, language)}),
		say('cli.status.holds', {
			tickets,
			outbox,
			quarantined,
			memory: size(status.memoryBytes, language),
		}),
		say('cli.status.clients', {n: clients.length, clients: clients.join(', ')}),
		...status.importing.map(({account, done, total}) =>
			say('cli.status.importing', {account, done, total}),
		),
		...passLines(call, status.passes),
		...status.late.map(({account, since}) =>
			say('cli.status.late', {
				account,
				...(since === null ? {} : {time: longTime(since, language)}),
			}),
		),
		...status.silenced.map(silence =>
			say('cli.status.silenced', {address: silence.address, text: silenceWords(call, silence)}),
		),
	];
};

/** What the service does, who is connected, the last imports. Starts nothing. */
export const status: Command = {
	usage: '',
	summary: 'cli.status',
	flags: {json: {type: 'boolean'}},
	run: async call => {
		const desk = await connect({dataFolder: call.dataFolder, start: false, anyVersion: true});
		if (!desk.ok && desk.problem.name === 'service-missing') {
			if (isSet(call, 'json')) call.print('null');
			else call.print(call.say('cli.status.not-running', {path: call.dataFolder}));
			return exitCode.failed;
		}
		if (!desk.ok) return refuse(call, desk.problem);
		try {
			return await answer(call, await desk.value.status(), found => {
				if (isSet(call, 'json')) call.print(JSON.stringify(found));
				else for (const line of linesOf(call, found)) call.print(line);
			});
		} finally {
			await desk.value.close();
		}
	},
};
