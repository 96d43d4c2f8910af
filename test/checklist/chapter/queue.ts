import assert from 'node:assert/strict';
import type {Chapter} from '../row.ts';

export const queue: Chapter = {
	german: 'Warteschlangen',
	english: 'queues',
	rows: [
		{
			german: 'Name und Kennung',
			english: 'name and label',
			prove: async ({receive, room, set}) => {
				await room.mustRaute(['queue', 'add', 'Technik', '--name', 'Technik und Waagen']);
				const {number} = await receive({subject: 'Für die Technik'});
				assert.equal((await set(number, '--queue', 'technik')).queue, 'Technik');
				const wrong = await room.raute(['queue', 'add', 'Technik2', '--name', 'Zahl']);
				assert.notEqual(wrong.code, 0, 'a label has letters only');
				const twice = await room.raute(['queue', 'add', 'TECHNIK', '--name', 'Noch eine']);
				assert.notEqual(twice.code, 0, 'a label is unique, whatever its case');
			},
		},
		{
			german: 'Verantwortlicher',
			english: 'responsible agent',
			prove: async ({receive, room, set}) => {
				await room.mustRaute(['agent', 'add', 'cora', '--name', 'Cora Senn']);
				const flags = ['--name', 'Versand', '--responsible', 'cora'];
				await room.mustRaute(['queue', 'add', 'Versand', ...flags]);
				const {number} = await receive({subject: 'Wo bleibt das Paket'});
				assert.equal(
					(await set(number, '--queue', 'Versand', '--status', 'open')).assignee,
					'cora',
				);
				const progress = await room.list('--tab', 'open');
				assert.ok(!progress.some(ticket => ticket.number === number), 'it is hers, not mine');
			},
		},
		{
			german: 'Ohne Verantwortlichen für jeden Mitarbeiter',
			english: 'without responsible agent: for everybody',
			prove: async ({receive, room, set}) => {
				await room.mustRaute(['queue', 'add', 'Offen', '--name', 'Für alle']);
				const {number} = await receive({subject: 'Wer auch immer Zeit hat'});
				await set(number, '--queue', 'Offen', '--status', 'open');
				const progress = await room.list('--tab', 'open');
				assert.ok(progress.some(ticket => ticket.number === number));
			},
		},
	],
};
