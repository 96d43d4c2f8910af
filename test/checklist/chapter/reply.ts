import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {ownAddress} from '../house.ts';
import type {Chapter} from '../row.ts';

export const reply: Chapter = {
	german: 'Auf Tickets antworten',
	english: 'answering',
	rows: [
		{
			german: 'beantworten und Senden',
			english: 'reply and send',
			prove: async ({receive, room, sent}) => {
				const subject = 'Bitte um einen Anruf';
				const {number} = await receive({subject, from: 'Ines Ruf <ines@kunde.example>'});
				const screen = room.screen(80, 24);
				await screen.waitFor(subject);
				screen.type('\rr');
				await screen.waitFor('Antwort auf');
				screen.type('Wir rufen Sie morgen an.\u001B\r');
				await screen.waitFor('Senden?');
				screen.type('y');
				const mail = await sent('Wir rufen Sie morgen an.');
				assert.deepEqual(mail.to, ['ines@kunde.example']);
				assert.equal(mail.from, ownAddress);
				assert.match(mail.raw, new RegExp(`^Subject: Re: ${subject}\\s\\[#${number}\\]`, 'mu'));
				await screen.close();
				assert.equal((await room.show(number)).status, 'waiting_customer');
			},
		},
		{
			german: 'Textvorlage',
			english: 'text template',
			prove: async ({receive, room, sent}) => {
				const text = 'Guten Tag {NAME},\n\nIhr Vorgang {TICKET} ist erledigt.\n';
				await room.mustRaute(['template', 'add', 'fertig', '--title', 'Fertig'], text);
				const from = 'Vera Vorlage <vera@kunde.example>';
				const {number} = await receive({subject: 'Wann ist es fertig', from});
				await room.mustRaute(['reply', number, '--template', 'fertig']);
				const {raw} = await sent(`Ihr Vorgang ${number} ist erledigt.`);
				assert.ok(raw.includes('Guten Tag Vera Vorlage,'));
			},
		},
		{
			german: 'Originale Nachricht anhängen',
			english: 'quote the original message',
			prove: async ({receive, room, sent}) => {
				const text = 'Die Waage zeigt immer 12 g zu viel.';
				const {number} = await receive({subject: 'Waage geht falsch', text});
				await room.mustRaute(['reply', number], 'Bitte schicken Sie sie ein.\n');
				assert.ok((await sent('Bitte schicken Sie sie ein.')).raw.includes(`> ${text}`));
				await room.mustRaute(['reply', number, '--no-original'], 'Ohne das Original.\n');
				assert.ok(!(await sent('Ohne das Original.')).raw.includes(text));
			},
		},
		{
			german: 'Weitere Anhänge',
			english: 'attachments',
			prove: async ({receive, room, sent}) => {
				const {number} = await receive({subject: 'Bitte das Datenblatt'});
				const file = join(room.folder, 'datenblatt.txt');
				await writeFile(file, 'Wiegebereich bis 3 kg');
				await room.mustRaute(['reply', number, '--attach', file], 'Anbei das Blatt.\n');
				const {raw} = await sent('Anbei das Blatt.');
				assert.match(raw, /filename="?datenblatt\.txt/u);
				const encoded = Buffer.from('Wiegebereich bis 3 kg').toString('base64');
				assert.ok(raw.includes(encoded) || raw.includes('Wiegebereich bis 3 kg'));
			},
		},
	],
};
