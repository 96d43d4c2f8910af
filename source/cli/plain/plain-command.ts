import type {TextKey} from '../../language/say.ts';
import {numberOf} from '../input/numbers.ts';
import {
	askAssignee,
	askQueue,
	askSnooze,
	askStatus,
	askTags,
	change,
	setStatus,
	togglePrio,
	toggleStar,
	undo,
} from './do-change.ts';
import {runCommand} from './do-command.ts';
import {filtered, firstRows, moreRows, tabbed} from './do-list.ts';
import {entryBeside, openRow, openTicket, readAgain, readHistory, ticketBeside} from './do-read.ts';
import {comment, reply, replyWithTemplate} from './do-write.ts';
import type {Session} from './session.ts';

/** Something one can say at the prompt: the letters of the screen, and words. */
type PlainCommand = {
	readonly keys: readonly string[];
	readonly label: TextKey;
	/** Only with an open ticket. */
	readonly ofTicket?: true;
	readonly run: (session: Session, rest: string) => unknown;
};

const ofTicket = (
	keys: readonly string[],
	label: TextKey,
	run: PlainCommand['run'],
): PlainCommand => ({keys, label, run, ofTicket: true});

const quit = (session: Session): unknown => {
	const {ticket} = session.state();
	return ticket === null ? session.put({isOver: true}) : firstRows(session);
};

export const plainCommands: readonly PlainCommand[] = [
	{keys: ['l', 'list', 'liste'], label: 'plain.help.list', run: firstRows},
	{keys: ['', '+', 'more', 'weiter'], label: 'plain.help.more', run: moreRows},
	{keys: ['tab', 'reiter'], label: 'plain.help.tab', run: tabbed},
	ofTicket(['o', 'read', 'lesen'], 'plain.help.read', session => readAgain(session, false)),
	ofTicket(['T'], 'plain.help.quotes', session => readAgain(session, true)),
	ofTicket(['i', 'history', 'verlauf'], 'verb.history', readHistory),
	ofTicket(['K', 'k'], 'verb.previousMessage', session => entryBeside(session, -1)),
	ofTicket(['J', 'j'], 'verb.nextMessage', session => entryBeside(session, 1)),
	ofTicket(['>'], 'verb.nextTicket', session => ticketBeside(session, 1)),
	ofTicket(['<'], 'verb.previousTicket', session => ticketBeside(session, -1)),
	ofTicket(['r', 'reply', 'antworten'], 'verb.reply', session => reply(session, 'reply')),
	ofTicket(['R'], 'verb.replyAll', session => reply(session, 'reply-all')),
	ofTicket(['f', 'forward', 'weiterleiten'], 'verb.forward', session => reply(session, 'forward')),
	ofTicket(['v', 'template', 'vorlage'], 'plain.help.template', replyWithTemplate),
	ofTicket(['c', 'comment', 'kommentar'], 'verb.comment', comment),
	ofTicket(['x', 'close', 'abschließen'], 'verb.close', session => setStatus(session, 'completed')),
	ofTicket(['w'], 'verb.waiting', session => setStatus(session, 'waiting_customer')),
	ofTicket(['s', 'status'], 'verb.status', askStatus),
	ofTicket(['a'], 'verb.assign', askAssignee),
	ofTicket(['m'], 'verb.queue', askQueue),
	ofTicket(['p'], 'verb.prio', togglePrio),
	ofTicket(['*'], 'verb.star', toggleStar),
	ofTicket(['t'], 'verb.tags', askTags),
	ofTicket(['z'], 'verb.snooze', askSnooze),
	ofTicket(['d'], 'status.trash', session => setStatus(session, 'trash')),
	ofTicket(['!'], 'verb.spam', session =>
		change(session, {action: 'spam', input: {}}, session.say('done.spam', {n: 1})),
	),
	{keys: ['u', 'undo'], label: 'verb.undo', run: undo},
	{keys: ['?', 'h', 'help', 'hilfe'], label: 'verb.help', run: help},
	{keys: ['q', 'quit', 'ende'], label: 'verb.back', run: quit},
];

/** What can be said here, a line each. */
function help({say, tell, state}: Session): void {
	const isOpen = state().ticket !== null;
	tell(say('plain.help.number'));
	tell(say('plain.help.filter'));
	for (const {keys, label, ofTicket: needsTicket} of plainCommands)
		if (needsTicket === undefined || isOpen)
			tell(say('plain.choice', {letter: keys[0] || say('key.enter'), label: say(label)}));
	tell(say('plain.help.command'));
}

/** Does what a line says. */
export const obey = async (session: Session, line: string): Promise<void> => {
	const {say, tell, state} = session;
	if (line.startsWith('/')) return filtered(session, line.slice(1));
	if (line.startsWith(':')) return runCommand(session, line.slice(1).trim());
	if (/^\d{1,4}$/u.test(line)) return openRow(session, Number(line));
	const number = numberOf(line);
	if (number !== null) return openTicket(session, number);
	const [word = '', ...rest] = line.split(' ');
	const found = plainCommands.find(({keys}) => keys.includes(word));
	if (found === undefined) return tell(say('plain.unknown', {word}));
	if (found.ofTicket && state().ticket === null) return tell(say('plain.noneOpen'));
	await found.run(session, rest.join(' '));
};
