import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {OAuthSource} from '../../../source/domain/account/account.ts';
import {isEndpoint} from '../../../source/domain/account/endpoint.ts';
import {endpointsOf} from '../../../source/mail/oauth/endpoints.ts';

const source = (change: Partial<OAuthSource>): OAuthSource => ({
	kind: 'oauth2',
	provider: 'other',
	clientId: 'c',
	tenant: '',
	tokenUrl: '',
	deviceUrl: '',
	authorizationUrl: '',
	scopes: [],
	...change,
});

test('Microsoft 365 has both ways, in its own directory or in any', () => {
	const any = endpointsOf(source({provider: 'microsoft365'}));
	assert.equal(any.token, 'https://login.microsoftonline.com/common/oauth2/v2.0/token');
	assert.equal(any.redirectHost, 'localhost');
	assert.ok(any.scopes.includes('https://outlook.office.com/IMAP.AccessAsUser.All'));
	assert.ok(any.scopes.includes('https://outlook.office.com/SMTP.Send'));
	assert.ok(any.scopes.includes('offline_access'));
	const own = endpointsOf(source({provider: 'microsoft365', tenant: 'firma.example'}));
	assert.match(own.device ?? '', /\/firma\.example\/oauth2\/v2\.0\/devicecode$/u);
});

test('Google is asked for a refresh token, by redirect alone', () => {
	const google = endpointsOf(source({provider: 'google'}));
	assert.equal(google.device, null);
	assert.deepEqual(google.scopes, ['https://mail.google.com/']);
	assert.deepEqual(google.parameters, {access_type: 'offline', prompt: 'consent'});
});

test('an account may name its own URLs and scopes, and nobody is asked who he is', () => {
	const own = endpointsOf(
		source({
			provider: 'microsoft365',
			tokenUrl: 'https://sign-in.example/token',
			scopes: ['openid', 'mail'],
		}),
	);
	assert.equal(own.token, 'https://sign-in.example/token');
	assert.match(own.device ?? '', /microsoftonline/u);
	assert.deepEqual(own.scopes, ['mail']);
});

test('tokens go over https, or to this machine', () => {
	for (const url of [
		'https://a.example/token',
		'http://127.0.0.1:9/t',
		'http://localhost/t',
		'http://[::1]/t',
	])
		assert.ok(isEndpoint(url), url);
	for (const url of [
		'',
		'nonsense',
		'http://a.example/token',
		'http://127.0.0.1.a.example/',
		'ftp://localhost/',
		'https://user:pass@a.example/',
	])
		assert.ok(!isEndpoint(url), url);
});
