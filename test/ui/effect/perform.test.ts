import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Desk} from '../../../source/desk/desk.ts';
import {ok} from '../../../source/domain/result.ts';
import type {EffectContext} from '../../../source/ui/effect/context.ts';
import {perform} from '../../../source/ui/effect/perform.ts';
import {createStore} from '../../../source/ui/state/store.ts';
import {update} from '../../../source/ui/state/update.ts';
import {createPureScreen, sampleAnswers} from '../pure-screen.ts';

const answers = await sampleAnswers();

test('tickets that a batch itself takes out of the list are not said to have been out of sight', async () => {
	const screen = createPureScreen(answers, {columns: 80, rows: 24});
	const [effect] = screen.press('space', 'space', 'z', 'm');
	assert.ok(effect?.type === 'perform');
	const numbers = effect.steps.map(({number}) => number);
	const store = createStore(screen.state(), update, () => screen.state().now);
	const desk = {
		// The list is told while the batch goes on.
		perform: async () => {
			const window = {...answers.window, away: numbers};
			store.dispatch({type: 'list-came', window, asked: null});
			assert.equal(store.state().marks.away.size, 2);
			return ok(numbers.map(number => ({ok: true, number, revision: 2, undo: null})));
		},
	} as unknown as Desk;
	await perform({desk, store, newId: () => 'x'} as unknown as EffectContext, effect);
	assert.equal(store.state().toast?.words?.key, 'done.snoozed');
});
