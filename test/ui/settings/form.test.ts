import assert from 'node:assert/strict';
import {test} from 'node:test';
import {lineText} from '../../../source/ui/part/line.ts';
import {hintBar} from '../../../source/ui/screen/hint-bar.ts';
import {
	dateValue,
	isOn,
	listValue,
	numberValue,
	toggleValue,
} from '../../../source/ui/settings/form/field.ts';
import {formPane} from '../../../source/ui/settings/screen/form-pane.ts';
import {createPureScreen, sampleAnswers} from '../pure-screen.ts';

test('a date is read as people write it, and only when there is such a day', () => {
	assert.equal(dateValue('2026-02-28'), '2026-02-28');
	assert.equal(dateValue(' 28.2.2026 '), '2026-02-28');
	assert.equal(dateValue('01.12.2026'), '2026-12-01');
	for (const wrong of ['2026-02-31', '31.02.2026', '2026-2-1', 'heute', '', undefined])
		assert.equal(dateValue(wrong), null, wrong);
});

test('lists, numbers and switches are texts in a form', () => {
	assert.deepEqual(listValue('a@x.de, b@x.de;c@x.de\n d@x.de'), [
		'a@x.de',
		'b@x.de',
		'c@x.de',
		'd@x.de',
	]);
	assert.deepEqual(listValue(' '), []);
	assert.equal(numberValue('-12'), -12);
	assert.ok(Number.isNaN(numberValue('1.5')));
	assert.ok(Number.isNaN(numberValue('')));
	assert.equal(isOn(toggleValue(true)), true);
	assert.equal(isOn(toggleValue(false)), false);
});

const answers = await sampleAnswers('krause');
const open = (columns = 80) => createPureScreen(answers, {columns, rows: 24});

const toQueues = (screen: ReturnType<typeof open>) =>
	screen.dispatch({type: 'settings-opened', tab: 'queues'});

test('the cursor goes from field to field and round, with Tab and with the arrows', () => {
	const screen = open();
	toQueues(screen);
	screen.press('+');
	const focus = () => screen.state().settings.form?.focus;
	assert.equal(focus(), 'label');
	screen.press('tab', 'tab');
	assert.equal(focus(), 'responsible');
	screen.press('tab');
	assert.equal(focus(), 'label');
	screen.press('up');
	assert.equal(focus(), 'responsible');
	screen.press('up');
	assert.equal(focus(), 'name');
});

test('letters are text in a form, whatever they do in the list', () => {
	const screen = open();
	toQueues(screen);
	screen.press('+', ...'dqu,+');
	assert.equal(screen.state().settings.form?.buffers['label']?.lines[0], 'dqu,+');
});

test('a choice goes round with the arrows, and a letter opens its menu searched by it', () => {
	const screen = open();
	toQueues(screen);
	screen.press('+', 'tab', 'tab', 'left');
	const value = () => screen.state().settings.form?.buffers['responsible']?.lines[0];
	assert.equal(value(), answers.me.agents.at(-1)?.login);
	screen.press('right');
	assert.equal(value(), '');
	screen.press('h');
	const {overlay} = screen.state();
	assert.ok(overlay?.kind === 'picker' && overlay.query === 'h');
	screen.press('a', 'a', 'enter');
	assert.equal(value(), 'haas');
});

test('in a text of several lines Enter is a new line, and the arrows leave it at its ends', () => {
	const screen = open();
	screen.dispatch({type: 'form-opened', tab: 'agents', key: 'weber', field: 'signature'});
	screen.press('enter', ...'ab', 'up');
	const form = () => screen.state().settings.form;
	assert.equal(form()?.focus, 'signature');
	assert.equal(form()?.buffers['signature']?.lines.at(-1), 'ab');
	const bar = () => lineText(hintBar(screen.state(), screen.look));
	assert.match(bar(), /Alt\+Enter speichern/u, 'the key that saves from here');
	screen.press('down', 'down');
	assert.notEqual(form()?.focus, 'signature');
	assert.match(bar(), / Enter speichern/u);
});

const undoWindow = () => {
	const screen = open();
	screen.dispatch({type: 'form-opened', tab: 'desk', key: 'undoSeconds'});
	return screen;
};

const typedIn = (screen: ReturnType<typeof open>): string | undefined => {
	const {form} = screen.state().settings;
	return form?.buffers[form.focus]?.lines[0];
};

test('a number that stands in a field gives way to what is typed first, as a selected text does', () => {
	for (const [keys, value] of [
		[['3', '0'], '30'],
		[['backspace', '5'], '5'],
		[['ctrl+w', '5'], '5'],
		[['end', '5'], '105'],
		[['right', '5'], '105'],
		[['left', '5'], '510'],
		[['right', 'backspace'], '1'],
		[['7', 'ctrl+z'], '10'],
		[['7', 'ctrl+z', '5'], '105'],
	] as const) {
		const screen = undoWindow();
		assert.equal(typedIn(screen), '10');
		screen.press(...keys);
		assert.equal(typedIn(screen), value, keys.join(' '));
	}
});

test('a number is selected whenever the cursor comes to it; a text goes on at its end', () => {
	const screen = open();
	screen.dispatch({type: 'form-opened', tab: 'jobs', key: null});
	screen.press(...'ab', 'tab', 'shift+tab', 'c');
	assert.equal(typedIn(screen), 'abc');
	screen.press('tab', 'tab', 'tab');
	assert.equal(screen.state().settings.form?.focus, 'periodMinutes');
	screen.press('7', '5');
	assert.equal(typedIn(screen), '75');
	screen.press('tab', 'shift+tab', '9');
	assert.equal(typedIn(screen), '9');
});

test('a text that is selected is drawn as a whole in the role of the cursor', () => {
	const screen = undoWindow();
	const drawn = () => {
		const {form} = screen.state().settings;
		if (form === null) return [];
		const place = {state: screen.state(), look: screen.look, width: 80, height: 18};
		return formPane(form, place)
			.flat()
			.filter(part => part.role === 'cursor')
			.map(part => part.text);
	};
	assert.deepEqual(drawn(), ['10']);
	screen.press('end');
	assert.deepEqual(drawn(), [' ']);
});

test('one change goes to the desk, with the item before and after', () => {
	const screen = open();
	toQueues(screen);
	const [effect] = screen.press('enter', 'tab', 'X', 'enter');
	assert.ok(effect?.type === 'settings-change' && effect.change.kind === 'item');
	assert.deepEqual(effect.change.before, answers.me.desk.queues[0]);
	assert.deepEqual(effect.change.after, {label: 'IT', name: 'ITX', responsible: null});
	assert.equal(screen.state().settings.form?.saving, true);
	assert.deepEqual(screen.press('enter', 'Y'), [], 'while it is saved the form stands still');
});

test('a form without a change closes, one from elsewhere begins with what it was given', () => {
	const screen = open();
	toQueues(screen);
	assert.deepEqual(screen.press('enter', 'enter'), []);
	assert.equal(screen.state().settings.form, null);
	const item = {label: 'Recht', name: 'Recht', responsible: null};
	screen.dispatch({type: 'form-opened', tab: 'queues', key: null, item});
	const [effect] = screen.press('enter');
	assert.ok(effect?.type === 'settings-change' && effect.change.kind === 'item');
	assert.deepEqual([effect.change.before, effect.change.after], [null, item]);
});

test('the settings open where they were left, and keep the way back', () => {
	const screen = open();
	screen.press(',', 'l', 'j', 'q');
	const {tab, places, isOpen} = screen.state().settings;
	assert.equal(isOpen, false);
	screen.press(',');
	assert.equal(screen.state().settings.tab, tab);
	assert.deepEqual(screen.state().settings.places, places);
});
