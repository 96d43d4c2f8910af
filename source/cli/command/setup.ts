import {misused, refuse, withDesk} from '../answer.ts';
import type {Command} from '../command.ts';
import {canShow, isPlain, screenFlags, showScreen} from '../show-screen.ts';

/** `raute setup`: the screen, beginning with the first-run wizard. */
export const setup: Command = {
	usage: '',
	summary: 'cli.setup',
	flags: screenFlags,
	run: async call => {
		if (isPlain(call) || !canShow(call)) return misused(call, call.say('cli.no-wizard'));
		return withDesk(call, async desk => {
			const me = await desk.me();
			if (!me.ok) return refuse(call, me.problem);
			if (!me.value.rights.includes('accounts'))
				return refuse(call, {name: 'not-permitted', details: {right: 'accounts'}});
			return showScreen(call, desk, {setup: 'now'});
		});
	},
};
