import {answer, refuse} from '../answer.ts';
import {type Command, isSet} from '../command.ts';
import {connect} from '../connect.ts';
import {exitCode} from '../exit-code.ts';
import {statusLines} from '../output/status-lines.ts';

/** What the service does, who is connected, the last imports. Starts nothing. */
export const status: Command = {
	usage: '',
	summary: 'cli.status',
	flags: {json: {type: 'boolean'}},
	run: async call => {
		const {dataFolder, program} = call;
		const desk = await connect({dataFolder, program, start: false, anyVersion: true});
		if (!desk.ok && desk.problem.name === 'service-missing') {
			if (isSet(call, 'json')) call.print('null');
			else call.print(call.say('cli.status.not-running', {path: call.dataFolder}));
			return exitCode.failed;
		}
		if (!desk.ok) return refuse(call, desk.problem);
		try {
			return await answer(call, await desk.value.status(), found => {
				if (isSet(call, 'json')) call.print(JSON.stringify(found));
				else for (const line of statusLines(call, found)) call.print(line);
			});
		} finally {
			await desk.value.close();
		}
	},
};
