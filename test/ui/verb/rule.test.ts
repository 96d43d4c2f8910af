import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Desk, Outcome, RuleHit, RuleTrial} from '../../../source/desk/desk.ts';
import type {Rule} from '../../../source/domain/desk-document.ts';
import {ok} from '../../../source/domain/result.ts';
import type {EffectContext} from '../../../source/ui/effect/context.ts';
import type {Effect} from '../../../source/ui/effect/effect.ts';
import {sayWords} from '../../../source/ui/say-words.ts';
import {createPureScreen, type PureScreen, sampleAnswers} from '../pure-screen.ts';
import {sampleNow} from '../sample-desk.ts';

const answers = await sampleAnswers('krause');
const agent = await sampleAnswers('weber');

const open = (of = answers) => createPureScreen(of, {rows: 24, columns: 80});

const hit = (number: string, steps: RuleHit['steps']): RuleHit => ({
	number,
	subject: 'Rechnung',
	requester: {name: '', address: 'kim@shop.example'},
	receivedAt: '2026-11-23T10:00:00.000Z',
	rules: ['r1'],
	steps,
});

const prio = [{action: 'prio', input: {on: true}}];

/** Answers a dry run, and what was asked. */
const run = async (screen: PureScreen, effects: readonly Effect[], trial: RuleTrial) => {
	const asked: unknown[] = [];
	const tryRules: Desk['tryRules'] = async request => {
		asked.push(request);
		return ok(trial);
	};
	const desk = {tryRules} as Desk;
	const context = {desk, say: screen.look.say, now: () => sampleNow} as EffectContext;
	for (const effect of effects)
		if (effect.type === 'run') screen.dispatch(...(await effect.run(context)));
	return asked;
};

const toastText = (screen: PureScreen): string => {
	const words = screen.state().toast?.words ?? '';
	return sayWords(screen.look.say, words, sampleNow);
};

/** What the form of a new rule began with. */
const begun = (screen: PureScreen): Pick<Rule, 'conditions' | 'actions'> => {
	const {form} = screen.state().settings;
	assert.ok(form);
	const {conditions, actions} = form.item as Rule;
	return {conditions, actions};
};

const outcome = (number: string): Outcome => ({
	ok: true,
	number,
	revision: 2,
	undo: {action: 'restore', input: {}},
});

test('b n tries the rules on the marked tickets, asks, and changes those alone that would change', async () => {
	const screen = open();
	const effects = screen.press('space', 'space', 'b', 'n');
	const marked = [...screen.state().marks.rows.keys()];
	assert.equal(marked.length, 2);
	const [one = '', two = ''] = marked;
	const trial = {seen: 2, hits: [hit(one, prio), hit(two, [])], stopped: []};
	assert.deepEqual(await run(screen, effects, trial), [{rules: null, numbers: marked, last: 0}]);
	const {overlay} = screen.state();
	assert.ok(overlay?.kind === 'dialog');
	const lines = overlay.lines.map(line => sayWords(screen.look.say, line, sampleNow));
	assert.match(lines[0] ?? '', /1 von 2 Tickets/u);
	assert.match(lines[1] ?? '', /Rechnung: Prio/u);
	assert.deepEqual(screen.press('enter'), [], 'Enter is the safe choice');
	await run(screen, screen.press('b', 'n'), trial);
	const [performed] = screen.press('y');
	assert.ok(performed?.type === 'perform');
	assert.deepEqual(performed.steps, [{number: one, action: 'applyRules', input: {}}]);
	assert.equal(performed.repeatable, null);
});

test('where no rule changes anything nothing is asked', async () => {
	const screen = open();
	const say = async (trial: Partial<RuleTrial>) => {
		await run(screen, screen.press('b', 'n'), {seen: 1, hits: [], stopped: [], ...trial});
		assert.equal(screen.state().overlay, null);
		return toastText(screen);
	};
	assert.equal(await say({}), 'Keine Regel trifft zu.');
	assert.match(await say({hits: [hit('202611240005', [])]}), /nichts mehr/u);
	assert.match(
		await say({stopped: [{rule: 'r1', pattern: '/(x+)+/'}]}),
		/\/\(x\+\)\+\/ hat zu lange/u,
	);
});

test('after spam a rule for its sender is offered to those who may write rules', () => {
	const spam = (of: typeof answers) => {
		const screen = open(of);
		const [effect] = screen.press('!');
		assert.ok(effect?.type === 'perform');
		const [step] = effect.steps;
		const {label, offer, repeatable} = effect;
		screen.dispatch({
			type: 'performed',
			label,
			mode: 'do',
			outcomes: [outcome(step?.number ?? '')],
			repeatable,
			isSend: false,
			...(offer === undefined ? {} : {offer}),
		});
		return screen;
	};
	const plain = toastText(spam(agent));
	const screen = spam(answers);
	const sender = answers.window.rows[0]?.requester.address ?? '';
	assert.equal(toastText(screen), `${plain} · E Regel für ${sender}`);
	screen.press('E');
	assert.equal(screen.state().settings.tab, 'rules');
	assert.deepEqual(begun(screen), {
		conditions: [{field: 'sender', pattern: sender}],
		actions: [{action: 'spam', value: ''}],
	});
});

test('E begins a rule with the sender of the ticket, and says why not where one may not', () => {
	const screen = open();
	screen.press('j', 'E');
	const pattern = answers.window.rows[1]?.requester.address;
	assert.deepEqual(begun(screen), {conditions: [{field: 'sender', pattern}], actions: []});
	const other = open(agent);
	other.press('E');
	assert.equal(other.state().settings.form, null);
	assert.equal(other.state().toast?.tone, 'warn');
});

test('rows are added to the form of a rule by choosing, with the cursor in them', () => {
	const screen = open();
	const focus = () => screen.state().settings.form?.focus;
	screen.press('j', 'E', 'tab', 'tab', 'tab');
	assert.equal(focus(), 'addCondition');
	screen.press('space', 'B', 'e', 't', 'enter');
	assert.equal(focus(), 'subject.0');
	screen.press('tab', 'right', 'B', 'e', 't', 'enter');
	assert.equal(focus(), 'subject.0', 'the empty row is there already');
	screen.press('x', 'tab', 'space', 'B', 'e', 't', 'enter');
	assert.equal(focus(), 'subject.1');
	screen.press('tab', 'tab', 'space', 'P', 'r', 'i', 'o', 'enter');
	assert.equal(focus(), 'do.prio');
});

test('a pattern that cannot be read and a missing action are said at their rows', () => {
	const screen = open();
	screen.press('j', 'E', 'tab', 'tab', 'tab', 'space', 'B', 'e', 't', 'enter', '/', '(', '/');
	assert.deepEqual(screen.press('alt+enter'), []);
	const {form} = screen.state().settings;
	assert.equal(form?.tried, true);
	assert.ok(['subject.0', 'addAction'].includes(form?.focus ?? ''));
});
