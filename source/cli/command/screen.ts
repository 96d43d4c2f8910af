import {misused, refuse} from '../answer.ts';
import type {Command} from '../command.ts';
import {canShow, screenFlags, showScreen} from '../show-screen.ts';

/** The screen: what `raute` without a command shows. */
export const screen: Command = {
	usage: '',
	summary: 'cli.screen',
	flags: screenFlags,
	run: async call => {
		if (!canShow(call)) return misused(call, call.say('cli.no-terminal'));
		const desk = await call.desk();
		if (!desk.ok) return refuse(call, desk.problem);
		try {
			return await showScreen(call, desk.value);
		} finally {
			await desk.value.close();
		}
	},
};
