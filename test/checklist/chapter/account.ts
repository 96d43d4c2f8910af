import assert from 'node:assert/strict';
import {ownAddress} from '../house.ts';
import type {Chapter} from '../row.ts';

const day = (back: number): Date => new Date(Date.now() - back * 24 * 3_600_000);

export const account: Chapter = {
	german: 'E-Mail-Konto für das Ticketsystem',
	english: 'account',
	rows: [
		{
			german: 'Für Ticket-Modul aktivieren',
			english: 'use for tickets',
			prove: async ({account, deliver, room, take, ticket, tickets}) => {
				const subject = 'Konto aus und an';
				await account('--enabled', 'off');
				await deliver({subject});
				const refused = await room.raute(['import', '--account', 'support']);
				assert.notEqual(refused.code, 0);
				assert.equal((await tickets(subject)).length, 0);
				await account('--enabled', 'on');
				await take();
				assert.equal((await ticket(subject)).status, 'new');
			},
		},
		{
			german: 'Standard-Projekt',
			english: 'default project',
			prove: async ({account, receive, room}) => {
				await room.mustRaute(['project', 'add', 'STANDARD', '--name', 'Standard']);
				await account('--default-project', 'STANDARD');
				const {project} = await receive({subject: 'Ein Projekt von selbst'});
				assert.equal(project, 'STANDARD');
				await account('--default-project', '');
			},
		},
		{
			german: 'Standard-Warteschlange (Mitarbeiter)',
			english: 'default queue and its responsible agent',
			prove: async ({account, receive, room}) => {
				await room.mustRaute(['agent', 'add', 'berta', '--name', 'Berta Ohm']);
				const flags = ['--name', 'Einkauf', '--responsible', 'berta'];
				await room.mustRaute(['queue', 'add', 'Einkauf', ...flags]);
				await account('--default-queue', 'Einkauf');
				const {queue, assignee} = await receive({subject: 'Eine Warteschlange von selbst'});
				assert.deepEqual({queue, assignee}, {queue: 'Einkauf', assignee: 'berta'});
				await account('--default-queue', '');
			},
		},
		{
			german: 'Ab Datum',
			english: 'from date',
			prove: async ({account, deliver, take, tickets}) => {
				await account('--from-date', day(3).toISOString().slice(0, 10));
				await deliver({subject: 'Zu alt', receivedAt: day(9)});
				await deliver({subject: 'Jung genug', receivedAt: day(1)});
				await take();
				assert.equal((await tickets('Zu alt')).length, 0);
				assert.equal((await tickets('Jung genug')).length, 1);
				await account('--from-date', '');
			},
		},
		{
			german: 'Ausgehende E-Mailadresse',
			english: 'always use as sender',
			prove: async ({account, receive, room, sent}) => {
				const {number} = await receive({subject: 'Wer antwortet'});
				await account('--always-use-as-sender', 'on');
				await room.mustRaute(['reply', number], 'Vom Konto, das es bekam.\n');
				assert.equal((await sent('Vom Konto, das es bekam.')).from, ownAddress);
			},
		},
		{
			german: 'E-Mails auf Server löschen',
			english: 'delete on the server',
			prove: async ({account, dovecot, receive}) => {
				const before = await dovecot.drop.mails();
				await receive({subject: 'Bleibt gelesen liegen'});
				assert.equal((await dovecot.drop.mails()).length, before.length + 1);
				assert.ok((await dovecot.drop.flags()).at(-1)?.includes('S'));
				await account('--delete-on-server', 'on');
				await receive({subject: 'Wird geholt und gelöscht'});
				const left = await dovecot.drop.mails();
				assert.ok(!left.some(mail => mail.includes('Wird geholt und gelöscht')));
				await account('--delete-on-server', 'off');
			},
		},
		{
			german: 'Ticket als abgeschlossen markieren',
			english: 'import as completed',
			prove: async ({account, receive}) => {
				await account('--import-as-completed', 'on');
				assert.equal((await receive({subject: 'Gleich fertig'})).status, 'completed');
				await account('--import-as-completed', 'off');
				assert.equal((await receive({subject: 'Noch zu tun'})).status, 'new');
			},
		},
	],
};
