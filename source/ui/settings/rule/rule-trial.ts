import type {RuleTrial} from '../../../desk/desk.ts';
import type {Rule} from '../../../domain/desk-document.ts';
import {newRule} from '../../../domain/rule/rule-new.ts';
import {sayRuleStep} from '../../../language/rule.ts';
import type {EffectContext} from '../../effect/context.ts';
import {problemToast, toast} from '../../effect/toast.ts';
import {fit} from '../../look/width.ts';
import {fitLine, type Line, span} from '../../part/line.ts';
import {type Look, rule as ruler} from '../../part/look.ts';
import {shortNumber} from '../../part/number.ts';
import type {UiEvent} from '../../state/event.ts';

/** The dry run that was made last, and on which rule. */
export type RuleNote = {readonly rule: Rule; readonly trial: RuleTrial};

/** So many of the newest tickets are tried. */
const lastTickets = 500;

/** Tries a rule as it is on the screen, saved or not. */
export const tryRule = async ({desk}: EffectContext, rule: Rule): Promise<readonly UiEvent[]> => {
	const named = {...rule, title: rule.title || '?', id: rule.id || newRule('new', []).id};
	const trial = await desk.tryRules({rules: [named], numbers: null, last: lastTickets});
	if (!trial.ok) return [problemToast(trial.problem)];
	const {hits, seen} = trial.value;
	const value: RuleNote = {rule, trial: trial.value};
	return [
		{type: 'settings-noted', tab: 'rules', value},
		// On a low screen there is no room for the hits.
		toast('ok', {key: 'rules.trial', params: {n: hits.length, of: seen}}),
	];
};

type Place = {
	readonly look: Look;
	readonly width: number;
	readonly height: number;
	/** Milliseconds since 1970. */
	readonly now: number;
};

const says = ({conditions, actions, stop}: Rule): string =>
	JSON.stringify([conditions, actions, stop]);

const hitLine = (hit: RuleTrial['hits'][number], {look, width, now}: Place): Line => {
	const {say, glyphs} = look;
	const change = hit.steps.map(step => sayRuleStep(say, step)).join(', ');
	const from = fit(hit.requester.name || hit.requester.address, 18, {ellipsis: glyphs.ellipsis});
	const text = `   ${fit(shortNumber(hit.number, now), 10)} ${from} ${hit.subject}`;
	const cells = Math.min(24, Math.max(0, width - 50));
	if (cells < 10 || change === '') return fitLine([span(text)], width, glyphs.ellipsis);
	return fitLine(
		[
			span(`${fit(text, width - cells - 1, {ellipsis: glyphs.ellipsis})} `),
			span(fit(change, cells, {ellipsis: glyphs.ellipsis}), 'faint'),
		],
		width,
		'',
	);
};

/** The hits of the last dry run as far as there is room, and whether the rule has changed since. */
export const trialLines = (note: RuleNote | null, rule: Rule, place: Place): readonly Line[] => {
	const {look, width, height} = place;
	const {say, glyphs} = look;
	if (note === null || note.rule.id !== rule.id || height < 2) return [];
	const {hits, seen, stopped} = note.trial;
	const isOld = says(note.rule) !== says(rule);
	const title = say(isOld ? 'rules.trialOld' : 'rules.trial', {n: hits.length, of: seen});
	const room = Math.max(0, height - 1 - stopped.length);
	const fits = hits.length <= room;
	const shown = hits.slice(0, fits ? room : room - 1);
	const more = say('rules.more', {n: hits.length - shown.length});
	return [
		ruler(look, width, title),
		...stopped.map(({pattern}) =>
			fitLine([span(` ! ${say('rule.stopped', {pattern})}`, 'bad')], width, glyphs.ellipsis),
		),
		...shown.map(hit => hitLine(hit, place)),
		...(fits ? [] : [fitLine([span(`   ${more}`, 'faint')], width, glyphs.ellipsis)]),
	].slice(0, height);
};
