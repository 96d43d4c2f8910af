import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openDesk} from '../../../source/desk/open-desk.ts';
import {newDeskDocument} from '../../../source/domain/desk-document.ts';
import {ok} from '../../../source/domain/result.ts';
import {aDraft, anAgent, person} from '../../domain/sample.ts';
import {must} from '../../result.ts';
import {startSmtpSink} from '../../server/smtp.ts';
import {testAccount} from '../../server/test-account.ts';
import {until} from '../../until.ts';
import {letter, openMailRoom} from '../mail-room.ts';

test('a mail that waits in the outbox of a merged ticket goes out once, from the other one', async () => {
	const sink = await startSmtpSink();
	const room = await openMailRoom();
	const {store} = room.parts;
	must(await store.changeAgents(document => ok({...document, agents: [anAgent('anna')]})));
	must(await store.changeDesk(() => ok({...newDeskDocument, undoSeconds: 1})));
	await room.setAccount(testAccount({id: 'a', smtpPort: sink.port, tls: 'none'}));
	const open = must(await openDesk(room.parts));
	open.start();
	const anna = must(open.as('anna'));
	const receive = async (name: string) =>
		must(await anna.receive({raw: Buffer.from(letter(name)), account: 'a', queue: null})).number ??
		'';
	const [from, into] = [await receive('eins'), await receive('zwei')];
	const [message] = must(await anna.ticket(from)).messages;
	const draft = aDraft({
		account: 'a',
		to: [person('kim@example.test')],
		answers: message?.id ?? null,
	});
	must(await anna.send({id: 's1', number: from, draft, status: null, force: false}));
	const merged = must(
		await anna.perform([{id: 'm', number: from, action: 'merge', input: {into}}]),
	);
	assert.ok(merged[0]?.ok);
	const stateOf = async () =>
		must(await anna.ticket(into)).messages.find(({id}) => id === 's1')?.state;
	await until(async () => (await stateOf()) === 'sent');
	const apart = must(await anna.perform([{id: 'u', number: from, action: 'unmerge', input: {}}]));
	assert.ok(apart[0]?.ok);
	assert.equal(sink.mails.length, 1);
	const back = must(await anna.ticket(from)).messages.map(({id, state}) => [id, state]);
	assert.deepEqual(back.at(-1), ['s1', 'sent']);
	await open.stop();
	await sink.close();
});
