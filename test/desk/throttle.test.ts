import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createThrottle} from '../../source/desk/throttle.ts';

test('the first wish is fulfilled at once, the ones meanwhile together at the end of the pause', t => {
	t.mock.timers.enable({apis: ['setTimeout']});
	let runs = 0;
	const throttle = createThrottle(() => runs++, 100);
	throttle.ask();
	assert.equal(runs, 0);
	t.mock.timers.tick(1);
	assert.equal(runs, 1);
	for (let wish = 0; wish < 50; wish++) throttle.ask();
	t.mock.timers.tick(98);
	assert.equal(runs, 1);
	t.mock.timers.tick(2);
	assert.equal(runs, 2);
	t.mock.timers.tick(1000);
	assert.equal(runs, 2);
	throttle.ask();
	t.mock.timers.tick(1);
	assert.equal(runs, 3);
});

test('after its end nothing runs', t => {
	t.mock.timers.enable({apis: ['setTimeout']});
	let runs = 0;
	const throttle = createThrottle(() => runs++, 100);
	throttle.ask();
	throttle.end();
	t.mock.timers.tick(1000);
	assert.equal(runs, 0);
});
