import assert from 'node:assert/strict';
import {test} from 'node:test';
import {pickerItems} from '../../../source/ui/key/picker-key.ts';
import {createPureScreen, type PureScreen, sampleAnswers} from '../pure-screen.ts';

const answers = await sampleAnswers();

const open = (...keys: readonly string[]): PureScreen => {
	const screen = createPureScreen(answers, {columns: 80, rows: 24});
	screen.press(...keys);
	return screen;
};

const labels = ({state, look}: PureScreen): readonly unknown[] => {
	const {overlay, now} = state();
	return overlay?.kind === 'picker'
		? pickerItems(overlay, {say: look.say, now}).map(({label}) => label)
		: [];
};

test('a letter of the snooze menu chooses at once', () => {
	const screen = open('z');
	assert.equal(screen.press('m').length, 1);
	assert.equal(screen.state().overlay, null);
});

test('behind / words can be typed that begin with such a letter', () => {
	const screen = open('z', '/', ...'mo', 'space', ...'14:00');
	assert.equal(labels(screen).length, 1);
	const [effect] = screen.press('enter');
	assert.equal(effect?.type === 'perform' ? effect.steps[0]?.action : '', 'snooze');
	const steps = effect?.type === 'perform' ? JSON.stringify(effect.steps[0]?.input) : '';
	assert.match(steps, /2026-11-30T13:00/);
});

test('digits need no /, and a label that is typed out is chosen by Enter', () => {
	assert.equal(labels(open('z', ...'3t')).length, 1);
	const screen = open('z', '/', ...'morgen');
	assert.equal(screen.press('enter').length, 1);
});

test('an agent whose name begins with a letter of the menu can be looked for', () => {
	const screen = open('a', '/', 'a');
	assert.notEqual(screen.state().overlay, null);
	screen.press('backspace', 'backspace');
	assert.equal(screen.press('a').length, 1);
});
