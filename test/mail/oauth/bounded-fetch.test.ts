import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {test} from 'node:test';
import {boundedFetch} from '../../../source/mail/oauth/bounded-fetch.ts';

test('an answer passes as it is, one without an end is left', async t => {
	let sent = 0;
	const piece = Buffer.alloc(64 * 1024, ' ');
	const server = createServer(({url}, response) => {
		const write = () => {
			while (!response.destroyed) {
				sent += piece.length;
				if (!response.write(piece)) return;
			}
		};
		if (url === '/short') response.writeHead(400, {'x-kept': 'yes'}).end('{"a": 1}');
		else response.on('drain', write) && write();
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	t.after(() => server.close());
	const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const short = await boundedFetch(`${base}/short`, {method: 'POST'});
	assert.equal(short.status, 400);
	assert.equal(short.headers.get('x-kept'), 'yes');
	assert.deepEqual(await short.json(), {a: 1});
	const endless = await boundedFetch(`${base}/endless`, {method: 'POST'});
	await assert.rejects(endless.text(), /more than/u);
	assert.ok(sent < 64 * 1024 * 1024, `${sent} bytes were sent`);
});
