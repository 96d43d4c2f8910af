import type {Step} from '../../domain/action/action.ts';
import {type Status, statuses} from '../../domain/status.ts';
import {tagChange} from '../../domain/tag.ts';
import {isStarred} from '../../domain/ticket.ts';
import type {TextKey} from '../../language/say.ts';
import {shortTime} from '../../language/when.ts';
import {parseSnooze} from '../../ui/verb/snooze-time.ts';
import {reload} from './do-read.ts';
import type {Done, Session} from './session.ts';

/** Remembers what can be taken back, and says so. */
export const remember = (session: Session, done: Done): void => {
	const {past} = session.state();
	if (done.steps.length > 0) session.put({past: [...past, done]});
	session.tell(done.steps.length > 0 ? session.say('plain.done', {what: done.what}) : done.what);
};

/** Does one step to the open ticket; answers whether it was done. */
export const change = async (session: Session, step: Step, what: string): Promise<boolean> => {
	const {ticket} = session.state();
	if (ticket === null) return false;
	const {number} = ticket;
	const answer = await session.desk.perform([{id: crypto.randomUUID(), number, ...step}]);
	if (!answer.ok) {
		session.refuse(answer.problem);
		return false;
	}
	const [outcome] = answer.value;
	if (outcome === undefined || !outcome.ok) {
		if (outcome !== undefined) session.refuse(outcome.problem);
		return false;
	}
	remember(session, {what, steps: outcome.undo === null ? [] : [{...outcome.undo, number}]});
	await reload(session, number);
	return true;
};

/** Takes the last thing back, a mail as long as it waits. */
export const undo = async (session: Session): Promise<void> => {
	const {say, tell, state, desk} = session;
	const done = state().past.at(-1);
	if (done === undefined) return tell(say('plain.nothingDone'));
	session.put({past: state().past.slice(0, -1)});
	const commands = done.steps.map(step => ({id: crypto.randomUUID(), ...step}));
	const answer = await desk.perform(commands);
	if (!answer.ok) return session.refuse(answer.problem);
	const failed = answer.value.find(outcome => !outcome.ok);
	if (failed !== undefined && !failed.ok) return session.refuse(failed.problem);
	tell(say('toast.undone', {what: done.what}));
	const {ticket} = state();
	if (ticket !== null) await reload(session, ticket.number);
};

type Choice<T> = {readonly letter: string; readonly label: string; readonly value: T};

/** Asks for one of the choices by its letter, read out unless they are known; null when none was meant. */
export const choose = async <T>(
	session: Session,
	choices: readonly Choice<T>[],
	{question = 'plain.which', isKnown = false}: {question?: TextKey; isKnown?: boolean} = {},
): Promise<Choice<T> | null> => {
	const {say, tell, prompt} = session;
	if (!isKnown) for (const {letter, label} of choices) tell(say('plain.choice', {letter, label}));
	const typed = await prompt.ask(say(question));
	if (typed === '?') return choose(session, choices, {question});
	const found = choices.find(({letter}) => letter === typed);
	if (found === undefined) tell(say('plain.unchanged'));
	return found ?? null;
};

export const setStatus = (session: Session, status: Status): Promise<boolean> =>
	change(
		session,
		{action: 'status', input: {status}},
		session.say('done.status', {n: 1, status: session.say(`status.${status}`)}),
	);

export const askStatus = async (session: Session): Promise<void> => {
	const choices = statuses.map(({name, letter}) => ({
		letter,
		label: session.say(`status.${name}`),
		value: name,
	}));
	const chosen = await choose(session, choices);
	if (chosen !== null) await setStatus(session, chosen.value);
};

export const askAssignee = async (session: Session): Promise<void> => {
	const {say, state} = session;
	const {agent: me, agents} = state().me;
	const others = agents.filter(
		({active, login, role}) => active && login !== me.login && role !== 'viewer',
	);
	const chosen = await choose<string | null>(session, [
		{letter: 'a', label: say('picker.toMe', {name: me.name}), value: me.login},
		{letter: '-', label: say('picker.toNobody'), value: null},
		...others.map(({name, login}, index) => ({
			letter: String(index + 1),
			label: name,
			value: login,
		})),
	]);
	if (chosen === null) return;
	const {value} = chosen;
	const name = agents.find(({login}) => login === value)?.name ?? '';
	const isOpened = value === me.login && state().ticket?.status === 'new';
	const opened = isOpened ? say('done.nowOpen') : '';
	const what =
		value === null ? say('done.unassigned', {n: 1}) : say('done.assigned', {n: 1, name, opened});
	await change(session, {action: 'assign', input: {assignee: value}}, what);
};

export const askQueue = async (session: Session): Promise<void> => {
	const {say, state} = session;
	const chosen = await choose<string | null>(session, [
		...state().me.desk.queues.map(({name, label}, index) => ({
			letter: String(index + 1),
			label: `${name} (${label})`,
			value: label,
		})),
		{letter: '-', label: say('picker.noQueue'), value: null},
	]);
	if (chosen === null) return;
	const {value, label} = chosen;
	const what =
		value === null ? say('done.noQueue', {n: 1}) : say('done.queue', {n: 1, queue: label});
	await change(session, {action: 'queue', input: {queue: value}}, what);
};

export const togglePrio = async (session: Session): Promise<void> => {
	const on = session.state().ticket?.prio !== true;
	const what = session.say(on ? 'done.prio.on' : 'done.prio.off', {n: 1});
	await change(session, {action: 'prio', input: {on}}, what);
};

export const toggleStar = async (session: Session): Promise<void> => {
	const {ticket, me} = session.state();
	const on = ticket === null || !isStarred(ticket, me.agent.login);
	const what = session.say(on ? 'done.star.on' : 'done.star.off', {n: 1});
	await change(session, {action: 'star', input: {on}}, what);
};

/** `+new,-old`: tags that come and go. */
export const askTags = async (session: Session): Promise<void> => {
	const {say, prompt} = session;
	const typed = (await prompt.ask(say('plain.tags'))) ?? '';
	const words = typed.split(/[\s,]+/u).filter(word => word !== '');
	if (words.length === 0) return session.tell(say('plain.unchanged'));
	await change(
		session,
		{action: 'tags', input: tagChange(words)},
		say('plain.tagged', {tags: words.join(' ')}),
	);
};

export const askSnooze = async (session: Session): Promise<void> => {
	const {say, prompt, tell} = session;
	const typed = (await prompt.ask(say('plain.snooze'))) ?? '';
	if (typed === '') return tell(say('plain.unchanged'));
	const now = Date.now();
	const time = typed === '-' ? null : parseSnooze(typed, now);
	if (time === null && typed !== '-') return tell(say('cli.snooze-unknown', {value: typed}));
	const until = time === null ? null : new Date(time).toISOString();
	const what =
		until === null
			? say('done.unsnoozed', {n: 1})
			: say('done.snoozed', {n: 1, time: shortTime(until, now, say.language)});
	await change(session, {action: 'snooze', input: {until}}, what);
};
