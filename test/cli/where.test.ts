import assert from 'node:assert/strict';
import {test} from 'node:test';
import {placeOf} from '../../source/cli/place.ts';

test('every place follows its XDG variable; a relative one is ignored', () => {
	const environment = {
		XDG_DATA_HOME: '/d',
		XDG_CONFIG_HOME: '/c',
		XDG_STATE_HOME: 'relative',
		XDG_CACHE_HOME: '/k',
	};
	const {data, config, state, cache} = placeOf(environment, null);
	assert.deepEqual([data, config, cache], ['/d/raute', '/c/raute', '/k/raute']);
	assert.match(state, /^\/.*\/\.local\/state\/raute$/u);
});

test('--data goes before RAUTE_DATA, which goes before the home of the data', () => {
	const environment = {RAUTE_DATA: '/from/environment', XDG_DATA_HOME: '/d'};
	assert.equal(placeOf(environment, '/from/flag').data, '/from/flag');
	assert.equal(placeOf(environment, null).data, '/from/environment');
});
