import '../environment.ts';
import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Effect} from '../../../source/ui/effect/effect.ts';
import type {Look} from '../../../source/ui/part/look.ts';
import type {State} from '../../../source/ui/state/state.ts';
import {verbs} from '../../../source/ui/verb/index.ts';
import {isOf, type Scope} from '../../../source/ui/verb/verb.ts';
import {createPureScreen, sampleAnswers} from '../pure-screen.ts';

/** What asks the desk to change something. */
const changing: ReadonlySet<Effect['type']> = new Set([
	'perform',
	'compose',
	'send',
	'import',
	'settings-change',
	'run',
]);

const viewer = createPureScreen(await sampleAnswers('gast'), {columns: 80, rows: 24});
const agent = createPureScreen(await sampleAnswers('weber'), {columns: 80, rows: 24});

const doing = ({state, look}: {state: State; look: Look}, scope: Scope) =>
	verbs
		.filter(verb => isOf(verb, scope, state.settings.tab) && verb.available(state) === true)
		.filter(verb => (verb.run(state, look).effects ?? []).some(({type}) => changing.has(type)))
		.map(({name}) => name);

test('nothing that changes a ticket is available to who may only look, and each says why', () => {
	for (const [scope, keys] of [
		['list', []],
		['ticket', ['enter']],
	] as const) {
		viewer.press(...keys);
		agent.press(...keys);
		assert.ok(doing({state: agent.state(), look: agent.look}, scope).length > 5);
		assert.deepEqual(doing({state: viewer.state(), look: viewer.look}, scope), []);
		const state = viewer.state();
		const blocked = verbs
			.filter(verb => isOf(verb, scope, state.settings.tab))
			.map(verb => verb.available(state))
			.filter(can => can !== true && /^reason\.no.*Right$/u.test(can));
		assert.ok(blocked.length > 10, String(blocked.length));
	}
});

test('a key that is not allowed says so and asks the desk nothing', () => {
	for (const key of ['x', 'p', 'a', 'm', 'r', 'c', 'b', 'z', 't', '!']) {
		assert.deepEqual(viewer.press(key), [], key);
		assert.equal(viewer.state().overlay, null, key);
		assert.equal(viewer.state().toast?.words?.key, 'toast.blocked', key);
	}
});
