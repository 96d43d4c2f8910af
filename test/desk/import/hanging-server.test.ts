import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createImporter} from '../../../source/desk/import/import-loop.ts';
import {createReceiver} from '../../../source/desk/receive/receive.ts';
import {must} from '../../result.ts';
import {type Answer, type Asked, rowOf, startPretendImap} from '../../server/pretend-imap.ts';
import {testAccount} from '../../server/test-account.ts';
import {letter, openMailRoom} from '../mail-room.ts';

const names = ['one', 'two', 'three', 'four'];
const sound = (asked: Asked): Answer => ({row: rowOf(asked)});
const bye: Answer = {hangUp: '* BYE internal error\r\n'};

/** What some passes make of four mails, and which of them are listed as not to be had. */
const imported = async (passes: number, answer: (asked: Asked) => Answer) => {
	const imap = await startPretendImap(
		names.map(name => letter(name)),
		answer,
	);
	const room = await openMailRoom();
	const receiver = createReceiver(room.parts);
	const importer = createImporter(room.parts, receiver, () => undefined);
	try {
		await room.setAccount(testAccount({id: 'a', tls: 'none', imapPort: imap.port}));
		let problem: string | null = null;
		for (let pass = 0; pass < passes; pass += 1) {
			const [report] = must(await importer.now('a'));
			problem = report?.problem?.name ?? null;
		}
		const intakes = must(await room.parts.store.intakes());
		const listed: unknown[] = [];
		for (const {id, kind, reason, raw, origin} of intakes) {
			const bytes = raw === null ? null : Buffer.from(must(await receiver.raw(id))).toString();
			listed.push([origin.place?.uid, kind, reason, /^Subject: (.*)\r$/mu.exec(bytes ?? '')?.[1]]);
		}
		const subjects = (await room.tickets()).map(({subject}) => subject).sort();
		const first = intakes[0];
		const discarded = first ? (await receiver.discard(first.id)).ok : null;
		return {subjects, listed, problem, discarded};
	} finally {
		await importer.stop();
		await room.close();
		await imap.stop();
	}
};

const others = ['four', 'one', 'three'];

test('a mail at which the server hangs up is listed with its header, and the others are taken in', async () => {
	const answer = (asked: Asked): Answer => (asked.uid === 2 && asked.part ? bye : sound(asked));
	assert.deepEqual(await imported(4, answer), {
		subjects: others,
		listed: [[2, 'quarantined', 'connection-lost', 'two']],
		problem: null,
		discarded: true,
	});
});

test('one whose header ends the connection too is listed without it', async () => {
	const answer = (asked: Asked): Answer => (asked.uid === 2 ? bye : sound(asked));
	assert.deepEqual(await imported(6, answer), {
		subjects: others,
		listed: [[2, 'quarantined', 'connection-lost', undefined]],
		problem: null,
		discarded: true,
	});
});

test('two such mails are found one after the other', async () => {
	const answer = (asked: Asked): Answer =>
		(asked.uid === 2 || asked.uid === 3) && asked.part ? bye : sound(asked);
	const {subjects, listed, problem} = await imported(5, answer);
	assert.deepEqual(subjects, ['four', 'one']);
	assert.equal(listed.length, 2);
	assert.equal(problem, null);
});

test('a server that hangs up twice and works again loses nothing to the quarantine', async () => {
	let times = 0;
	const answer = (asked: Asked): Answer => {
		if (asked.uid !== 2 || times === 2) return sound(asked);
		times += 1;
		return bye;
	};
	const {subjects, listed, problem} = await imported(3, answer);
	assert.deepEqual(subjects, ['four', 'one', 'three', 'two']);
	assert.deepEqual(listed, []);
	assert.equal(problem, null);
});
