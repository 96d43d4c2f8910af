import assert from 'node:assert/strict';
import type {Chapter} from '../row.ts';

export const rule: Chapter = {
	german: 'Regeln',
	english: 'rules',
	rows: [
		{
			german: 'Adressen als Spam markieren (Sender-E-Mail-Adresse)',
			english: 'spam by sender address',
			prove: async ({receive, room}) => {
				await room.mustRaute([
					'rule',
					'add',
					'--title',
					'Werbung',
					'--sender',
					'@ads.example',
					'--spam',
				]);
				const {status} = await receive({subject: 'Gutschein', from: 'Shop <shop@ads.example>'});
				assert.equal(status, 'trash');
			},
		},
		{
			german: 'Einer Warteschlange zuordnen (Empfänger-E-Mail-Adresse)',
			english: 'queue by recipient address',
			prove: async ({receive, room}) => {
				await room.mustRaute(['queue', 'add', 'Buchhaltung', '--name', 'Buchhaltung']);
				const flags = ['--recipient', 'buchhaltung@firma.example', '--queue', 'Buchhaltung'];
				await room.mustRaute(['rule', 'add', '--title', 'Rechnungen', ...flags]);
				const to = 'buchhaltung@firma.example';
				assert.equal((await receive({subject: 'Rechnung 7', to})).queue, 'Buchhaltung');
				assert.equal((await receive({subject: 'Rechnung 8'})).queue, null);
			},
		},
		{
			german: 'Name',
			english: 'sender name',
			prove: async ({receive, room}) => {
				const flags = ['--sender-name', 'Stammkunde', '--prio', 'on'];
				await room.mustRaute(['rule', 'add', '--title', 'Stammkunden', ...flags]);
				const from = '"Erika (Stammkunde)" <erika@kunde.example>';
				assert.equal((await receive({subject: 'Eine Bitte', from})).flags.prio, true);
			},
		},
		{
			german: 'Betreff',
			english: 'subject',
			prove: async ({receive, room}) => {
				const flags = ['--subject', '/storno\\s+\\d+/i', '--tag', 'storno'];
				await room.mustRaute(['rule', 'add', '--title', 'Storno', ...flags]);
				const {tags} = await receive({subject: 'Bitte STORNO 4711 ausführen'});
				assert.deepEqual(tags, ['storno']);
			},
		},
	],
};
