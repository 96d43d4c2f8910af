import assert from 'node:assert/strict';
import type {Desk} from '../../../source/desk/desk.ts';
import type {Result} from '../../../source/domain/result.ts';
import {anAccount} from '../../domain/sample.ts';
import {must, problemOf} from '../../result.ts';
import type {OpenRoom} from './contract.ts';
import {inRoom} from './in-room.ts';

const account = anAccount({id: 'neu'});

const calls: ReadonlyArray<(desk: Desk) => Promise<Result<unknown>>> = [
	desk => desk.discover('a@firma.example'),
	desk => desk.testAccount(account, null),
	desk => desk.saveSecret('neu', 'geheim'),
	desk => desk.signIn(account, 'device'),
	desk => desk.signInState('neu'),
];

export const contractAccounts = (where: string, open: OpenRoom): void => {
	const it = inRoom(where, open);

	it('only who may change accounts finds, tests and signs them in', async room => {
		const [chef, anna, vera] = await Promise.all(
			['chef', 'anna', 'vera'].map(async login => must(await room.as(login))),
		);
		assert.ok(chef && anna && vera);
		for (const call of calls) {
			assert.equal(problemOf(await call(anna)), 'not-permitted');
			assert.equal(problemOf(await call(vera)), 'not-permitted');
			assert.equal(problemOf(await call(chef)), 'none');
		}
	});

	it('what is handed in gets through, and nonsense does not', async room => {
		const chef = must(await room.as('chef'));
		assert.equal(must(await chef.discover(' a@b.example ')).address, 'a@b.example');
		must(await chef.saveSecret('neu', 'a secret'));
		assert.deepEqual(must(await chef.testAccount(account, null)).folders, [
			'neu',
			'password:a secret',
		]);
		must(await chef.saveSecret('neu', 'another', 'client-secret'));
		assert.equal(must(await chef.testAccount(account, null)).folders[1], 'client-secret:another');
		assert.equal(must(await chef.testAccount(account, 'typed')).folders[1], 'typed');
		assert.match(must(await chef.signIn(account, 'loopback')).url, /loopback$/u);
		const {problem} = must(await chef.signInState('neu'));
		assert.deepEqual([problem?.name, problem?.details['account']], ['sign-in-refused', 'neu']);
		const wrong = {...account, id: '../x'};
		assert.equal(problemOf(await chef.testAccount(wrong, null)), 'input-invalid');
		assert.equal(problemOf(await chef.signIn(wrong, 'device')), 'input-invalid');
		assert.equal(problemOf(await chef.saveSecret('../x', 'y')), 'input-invalid');
	});

	it('the secrets of an account go with it', async room => {
		const chef = must(await room.as('chef'));
		must(await chef.saveAccount(account));
		must(await chef.saveSecret('neu', 'geheim'));
		must(await chef.removeAccount('neu'));
		assert.equal(must(await chef.testAccount(account, null)).folders[1], '');
	});

	it('tokens go over https or to this machine alone', async room => {
		const chef = must(await room.as('chef'));
		const save = async (tokenUrl: string) => {
			const password = {
				kind: 'oauth2',
				provider: 'other',
				clientId: 'c',
				tenant: '',
				tokenUrl,
				deviceUrl: '',
				authorizationUrl: '',
				scopes: ['mail'],
			} as const;
			return problemOf(await chef.saveAccount({...account, password}));
		};
		assert.equal(await save('http://sign-in.example/token'), 'input-invalid');
		assert.equal(await save('nonsense'), 'input-invalid');
		assert.equal(await save('https://sign-in.example/token'), 'none');
		assert.equal(await save('http://127.0.0.1:8080/token'), 'none');
	});
};
