import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createRuleGuard} from '../../../source/desk/rule/rule-guard.ts';

const asked = (pattern: string, rule = 'r1') => ({
	rule,
	pattern,
	expression: new RegExp(pattern.slice(1, -1), 'iu'),
});

const runaway = asked('/^(x+x+)+y/');
const endless = 'x'.repeat(100);

test('an expression answers as it does without a limit', () => {
	const guard = createRuleGuard(() => assert.fail('logged'));
	assert.equal(guard.test(asked('/rechnung|invoice/'), 'Ihre RECHNUNG'), true);
	assert.equal(guard.test(asked('/rechnung|invoice/'), 'Ihr Gutschein'), false);
	assert.deepEqual(guard.stopped(), []);
});

test('many alternatives without groups need no limit', () => {
	const guard = createRuleGuard(() => assert.fail('logged'));
	const words = Array.from({length: 60}, (_, index) => `wort${index}`).join('|');
	for (let run = 0; run < 2000; run++)
		assert.equal(guard.test(asked(`/${words}/`), 'wor'.repeat(300)), false);
});

test('expressions that run away are stopped, whatever their kind', () => {
	const guard = createRuleGuard(() => undefined);
	for (const [pattern, text] of [
		['/(a+)+$/', `${'a'.repeat(40)}b`],
		['/(?:x?.*)*=(.*)=z/', 'x'.repeat(900)],
		['/(.*)(.*)(.*)(.*)(.*)(.*)(.*)q/', 'x'.repeat(900)],
		['/(?:a{0,1000}){0,1000}b/', 'a'.repeat(1000)],
		[`/${'(a|a)'.repeat(90)}b/`, 'a'.repeat(1000)],
	] as const)
		assert.equal(guard.test(asked(pattern), text), 'stopped', pattern);
});

test('what was stopped three times is given up under this pattern alone, and named in the log', () => {
	const lines: string[] = [];
	const guard = createRuleGuard(line => lines.push(line));
	for (let round = 0; round < 3; round++) assert.equal(guard.test(runaway, endless), 'stopped');
	assert.equal(lines.length, 3);
	assert.match(lines.at(-1) ?? '', /rule r1: \/\^\(x\+x\+\)\+y\/ stopped after 50 ms, given up/u);
	assert.equal(guard.test(runaway, 'xxy'), 'stopped');
	assert.equal(lines.length, 3);
	assert.equal(guard.test({...runaway, rule: 'r2'}, 'xxy'), true);
	assert.equal(guard.test(asked('/^x+y/'), 'xxy'), true);
	const [one] = guard.stopped();
	assert.deepEqual(one, {rule: 'r1', pattern: runaway.pattern, times: 3, givenUp: true});
});

test('a stop now and then is forgotten after many good runs', () => {
	const guard = createRuleGuard(() => undefined);
	for (let round = 0; round < 4; round++) {
		assert.equal(guard.test(runaway, endless), 'stopped');
		for (let run = 0; run < 200; run++) assert.equal(guard.test(runaway, 'xxy'), true);
		assert.deepEqual(guard.stopped(), []);
	}
});
