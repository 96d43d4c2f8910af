import type {FoundServer, ServerTest} from '../../domain/account/account-setup.ts';
import type {Problem} from '../../domain/problem.ts';
import {sayProblem} from '../../language/problem.ts';
import type {Role} from '../look/theme.ts';
import type {Line} from '../part/line.ts';
import type {Look} from '../part/look.ts';
import {paragraph as wrapped} from '../part/paragraph.ts';
import type {Source} from '../settings/tab.ts';
import {type AccountNote, isLookedFor, noNote} from './account-note.ts';

type Place = {readonly look: Look; readonly width: number};

/** A text on as many lines as it needs. */
export const paragraph = (text: string, role: Role, {width, look}: Place): readonly Line[] =>
	wrapped(text, {width, role, ellipsis: look.glyphs.ellipsis, indent: 3});

const foundLine = (name: string, server: FoundServer | null, place: Place): readonly Line[] => {
	if (server === null) return [];
	const {host, port, tls} = server;
	const where = `${host}:${port} ${place.look.say(`setup.tls.${tls}`)}`;
	return paragraph(place.look.say('setup.found', {name, where}), 'faint', place);
};

const testLines = (name: string, test: ServerTest | null, place: Place): readonly Line[] => {
	if (test === null) return [];
	const {say, glyphs} = place.look;
	const where = `${name} ${test.host}:${test.port}`;
	if (test.problem !== null) {
		// Which server of which account it is stands in front already.
		const {account: _, host: __, ...details} = test.problem.details;
		const {what, todo} = sayProblem(say, {name: test.problem.name, details});
		return [
			...paragraph(`! ${where}: ${what}`, 'bad', place),
			...(test.problem.name === 'server-unreachable' ? paragraph(todo, 'text', place) : []),
		];
	}
	const text = say('setup.connected', {where, n: test.milliseconds});
	return paragraph(`${glyphs.done} ${text}`, 'ok', place);
};

const phaseLines = ({phase, address, signIn}: AccountNote, place: Place): readonly Line[] => {
	const {say} = place.look;
	if (phase === 'discovering')
		return paragraph(say('setup.discovering', {address}), 'accent', place);
	if (phase === 'testing') return paragraph(say('setup.testing'), 'accent', place);
	if (phase !== 'signing-in' || signIn === null) return [];
	const {url, userCode} = signIn;
	return [
		...paragraph(say('setup.signIn', {url, ...(userCode && {code: userCode})}), 'accent', place),
		...(userCode === null ? paragraph(say('setup.elsewhere'), 'faint', place) : []),
	];
};

const problemLines = (problem: Problem | null, place: Place): readonly Line[] => {
	if (problem === null) return [];
	const {what, todo} = sayProblem(place.look.say, problem);
	return paragraph(`! ${what} ${todo}`, 'bad', place);
};

/** What was found for an address, and what its servers said to a test. */
export const noteLines = (note: AccountNote, place: Place): readonly Line[] => {
	const {discovery, test} = note;
	const isNothing = isLookedFor(note) && discovery?.imap == null && discovery?.smtp == null;
	return [
		...phaseLines(note, place),
		...problemLines(note.problem ?? null, place),
		...(test !== null
			? []
			: [
					...foundLine('IMAP', discovery?.imap ?? null, place),
					...foundLine('SMTP', discovery?.smtp ?? null, place),
				]),
		...(isNothing && test === null
			? paragraph(place.look.say('setup.nothingFound'), 'warn', place)
			: []),
		...testLines('IMAP', test?.imap ?? null, place),
		...testLines('SMTP', test?.smtp ?? null, place),
	];
};

/** Below the form of the account: what was found, what its servers said, and a promise. */
export const accountReport = (source: Source<null, AccountNote>, place: Place): readonly Line[] => {
	const {say} = place.look;
	return [
		...noteLines(source.note ?? noNote, place),
		...paragraph(say('setup.promise'), 'faint', place),
		...paragraph(say('setup.secretPlace', {folder: source.me.dataFolder}), 'faint', place),
	];
};
