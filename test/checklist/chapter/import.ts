import assert from 'node:assert/strict';
import {until} from '../../until.ts';
import type {Chapter} from '../row.ts';

type ListedJob = {
	readonly name: string;
	readonly kind: string;
	readonly weekday: number;
	readonly type: string;
	readonly parameter: string;
	readonly active: boolean;
};

export const importing: Chapter = {
	german: 'E-Mails automatisch importieren (Prozessstarter)',
	english: 'import by jobs',
	rows: [
		{
			german: 'Nur neue E-Mails, die noch nicht geöffnet wurden',
			english: 'only mails that nobody has read',
			prove: async ({account, dovecot, deliver, take, tickets}) => {
				// A folder that no pass has looked into: what was read since the last one is imported too.
				const folder = 'Vorher';
				await dovecot.drop.makeFolder(folder);
				await deliver({subject: 'Schon gelesen', folder});
				await dovecot.drop.readAll(folder);
				await deliver({subject: 'Noch ungelesen', folder});
				await account('--folder', folder);
				await take();
				await account('--folder', 'INBOX');
				assert.equal((await tickets('Schon gelesen')).length, 0);
				assert.equal((await tickets('Noch ungelesen')).length, 1);
			},
		},
		{
			german:
				'Bezeichnung, Art Periodisch, Wochentag Jeden Tag, Typ Cronjob, Parameter tickets_oauth, Aktiv',
			english: 'name, kind periodic, every day, type cronjob, parameter, active',
			prove: async ({room}) => {
				const flags = ['--kind', 'periodic', '--weekday', '0', '--parameter', 'tickets_oauth'];
				const rest = ['--name', 'Mails holen', '--period', '2', '--active', 'on'];
				await room.mustRaute(['job', 'add', 'holen', ...flags, ...rest]);
				const jobs = JSON.parse(await room.mustRaute(['job', 'list', '--json']));
				const found = (jobs as ReadonlyArray<ListedJob | {readonly job: ListedJob}>)
					.map(one => ('job' in one ? one.job : one))
					.find(({name}) => name === 'Mails holen');
				assert.ok(found);
				const {kind, weekday, type, parameter, active} = found;
				assert.deepEqual(
					{kind, weekday, type, parameter, active},
					{kind: 'periodic', weekday: 0, type: 'cronjob', parameter: 'tickets_oauth', active: true},
				);
			},
		},
		{
			german: 'Für jede eingehende E-Mail wird automatisch ein Ticket erzeugt',
			english: 'every mail becomes a ticket by itself',
			prove: async ({deliver, tickets}) => {
				await deliver({subject: 'Von ganz allein'});
				await until(
					async () => (await tickets('Von ganz allein')).length === 1,
					'the ticket that nobody asked for',
				);
			},
		},
		{
			german: 'Ein- und ausgehende Nachrichten mit Ticketnummer im Betreff',
			english: 'mails in and out with the number in the subject',
			prove: async ({receive, deliver, take, room}) => {
				const from = 'Nele Nummer <nele@kunde.example>';
				const {number} = await receive({subject: 'Zwei Richtungen', from});
				await deliver({subject: `Nachtrag [#${number}]`, from});
				const own = {from: 'Support <support@firma.example>', to: 'nele@kunde.example'};
				await deliver({subject: `Unser Brief #${number}`, ...own});
				await take();
				const {messages} = await room.show(number);
				assert.deepEqual(
					messages.map(({direction}) => direction),
					['in', 'in', 'out'],
				);
			},
		},
	],
};
