import {type Problem, problemNames} from '../../domain/problem.ts';
import {sayProblem} from '../../language/problem.ts';
import {clockTime} from '../../language/when.ts';
import {asManyAsFit, fitLine, type Line, span} from '../part/line.ts';
import {dotted, keyOf, type Look, rule} from '../part/look.ts';
import {errorHeight} from '../state/geometry.ts';
import type {State} from '../state/state.ts';

type Fault = {readonly title: string; readonly problem: Problem};

/** What is wrong now: the connection first, then the first account whose import failed. */
const faultOf = (state: State, {say}: Look): Fault | null => {
	const {desk} = state;
	if (desk.problem !== null) {
		const time = clockTime(desk.since || state.now, say.language);
		const lost = desk.problem.name === 'service-busy' ? 'error.silent' : 'error.lost';
		const key = desk.connection === 'lost' ? lost : 'error.desk';
		return {title: say(key, {time}), problem: desk.problem};
	}
	const [first] = desk.failed;
	if (first === undefined) return null;
	const [account, {name, text}] = first;
	return {
		title: say('error.import', {account}),
		problem: {
			name: problemNames.find(known => known === name) ?? 'server-refused',
			details: {account, text},
		},
	};
};

/** What happened, what still works, what to do: below the body, never over it. */
export const errorBar = (state: State, look: Look): readonly Line[] => {
	const height = errorHeight(state);
	const fault = height === 0 ? null : faultOf(state, look);
	if (fault === null) return [];
	const {say, glyphs} = look;
	const width = state.size.columns;
	const {what, still, todo} = sayProblem(say, fault.problem);
	const line = (text: string, role: 'bad' | 'text') =>
		fitLine([span(` ${text}`, role)], width, glyphs.ellipsis);
	if (height < 5)
		return [rule(look, width, fault.title), line(`! ${what}`, 'bad')].map(one =>
			fitLine(one, width, glyphs.ellipsis),
		);
	const keys = asManyAsFit(
		[
			...(state.desk.problem === null ? [`${keyOf(look, 'fetch')} ${say('error.retry')}`] : []),
			`${keyOf(look, 'escape')} ${say('error.hide')}`,
		],
		{width: width - 2, gap: '   '},
	);
	return [
		rule(look, width, `! ${fault.title}`),
		line(what, 'bad'),
		line(still, 'text'),
		line(todo, 'text'),
		fitLine([span(` ${keys}`, 'faint')], width, glyphs.ellipsis),
	].map(one => fitLine(one, width, glyphs.ellipsis));
};

/** The same in one line, for who is writing and needs the height; null while the desk answers. */
export const errorLine = (state: State, look: Look): Line | null => {
	const fault = state.desk.problem === null || state.desk.hidden ? null : faultOf(state, look);
	if (fault === null) return null;
	const {still} = sayProblem(look.say, fault.problem);
	const {columns} = state.size;
	return fitLine(
		[span(` ! ${dotted(look, [fault.title, still])}`, 'bad')],
		columns,
		look.glyphs.ellipsis,
	);
};
