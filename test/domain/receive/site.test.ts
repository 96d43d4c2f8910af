import assert from 'node:assert/strict';
import {test} from 'node:test';
import {siteOf} from '../../../source/domain/receive/site.ts';

for (const [host, site] of [
	['www.web.de', 'web.de'],
	['mail.gmx.net', 'gmx.net'],
	['shop.firma.co.uk', 'firma.co.uk'],
	['FIRMA.com.br.', 'firma.com.br'],
	['a.b.com', 'b.com'],
	['localhost', 'localhost'],
] as const) {
	test(`${host} belongs to ${site}`, () => assert.equal(siteOf(host), site));
}
