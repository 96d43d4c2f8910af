import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createImporter} from '../../../source/desk/import/import-loop.ts';
import {createReceiver} from '../../../source/desk/receive/receive.ts';
import {must} from '../../result.ts';
import {dovecotMissing, startDovecot} from '../../server/dovecot.ts';
import {until} from '../../until.ts';
import {letter, openMailRoom} from '../mail-room.ts';

const skip = dovecotMissing() ?? false;

test('an import stopped on a real server keeps its chunk, goes on with its loop, and takes the rest once', {
	skip,
}, async () => {
	const dovecot = await startDovecot();
	const room = await openMailRoom();
	let halted = false;
	const importer = createImporter(room.parts, createReceiver(room.parts), progress => {
		if (halted || progress.done === 0) return;
		halted = true;
		importer.halt();
	});
	try {
		for (let count = 0; count < 600; count += 1)
			await dovecot.drop.deliver(letter(`mail-${count}`));
		await room.setAccount(dovecot.account('a', 'none'));
		const [stopped] = must(await importer.now('a'));
		assert.equal(stopped?.problem?.name, 'import-stopped');
		const taken = (await room.tickets()).length;
		assert.ok(taken > 0 && taken < 600, String(taken));
		const seen = (await dovecot.drop.flags()).filter(flags => flags === 'S').length;
		assert.equal(seen, taken);
		importer.start();
		await until(async () => (await room.tickets()).length === 600);
		await dovecot.drop.deliver(letter('wake'));
		await until(async () => (await room.tickets()).length === 601);
		const subjects = (await room.tickets()).map(({subject}) => subject);
		assert.equal(new Set(subjects).size, 601);
	} finally {
		await importer.stop();
		await room.close();
		await dovecot.dispose();
	}
});
