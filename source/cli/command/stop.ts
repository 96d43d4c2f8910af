import {answer, refuse} from '../answer.ts';
import type {Command} from '../command.ts';
import {connect} from '../connect.ts';
import {exitCode} from '../exit-code.ts';

/** Ends the service after its running work. A service that does not run is no failure. */
export const stop: Command = {
	usage: '',
	summary: 'cli.stop',
	flags: {},
	run: async call => {
		const {dataFolder, program} = call;
		const desk = await connect({dataFolder, program, start: false, anyVersion: true});
		if (!desk.ok && desk.problem.name === 'service-missing') {
			call.tell(call.say('cli.stop.not-running'));
			return exitCode.done;
		}
		if (!desk.ok) return refuse(call, desk.problem);
		try {
			return await answer(call, await desk.value.stop(), () =>
				call.tell(call.say('cli.stop.done')),
			);
		} finally {
			await desk.value.close();
		}
	},
};
