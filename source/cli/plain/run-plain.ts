import type {Desk} from '../../desk/desk.ts';
import {refuse} from '../answer.ts';
import type {Call} from '../command.ts';
import {exitCode} from '../exit-code.ts';
import {firstRows} from './do-list.ts';
import {gatherNews} from './news.ts';
import {patientDesk} from './patient-desk.ts';
import {obey} from './plain-command.ts';
import {createPrompt} from './prompt.ts';
import {createSession, type Session} from './session.ts';

const talk = async (session: Session): Promise<void> => {
	const {say, tell, prompt, state, call} = session;
	const {me} = state();
	const news = gatherNews(session);
	tell(say('plain.welcome', {desk: me.desk.name, name: me.agent.name, version: call.version}));
	await firstRows(session);
	let cancelled = 0;
	while (!state().isOver) {
		for (const line of news.take()) tell(line);
		const {ticket} = state();
		const line = await prompt.ask(
			ticket === null ? say('plain.prompt') : say('plain.promptTicket', {number: ticket.number}),
		);
		if (line === null && (prompt.isOver() || ++cancelled > 1)) break;
		if (line === null) tell(say('toast.quitAgain'));
		else {
			cancelled = 0;
			await obey(session, line);
		}
	}
	news.stop();
};

/**
 * raute by lines, for screen readers and terminals that only go forward: what is asked for is printed
 * once, in words, and nothing on the screen is ever changed. Ink's own mode for screen readers clears
 * and writes its whole output again at every change, which a reader reads again.
 */
export const runPlain = async (call: Call, plainDesk: Desk): Promise<number> => {
	const desk = patientDesk(plainDesk, () => call.print(call.say('plain.waiting')));
	const me = await desk.me();
	if (!me.ok) return refuse(call, me.problem);
	const prompt = createPrompt(call.stdin, call.stdout, () => call.print(call.say('plain.lineCut')));
	try {
		await talk(createSession(call, {desk, me: me.value, prompt}));
	} finally {
		prompt.close();
	}
	return exitCode.done;
};
