import assert from 'node:assert/strict';
import {setTimeout as sleep} from 'node:timers/promises';
import type {House} from '../house.ts';
import type {Chapter} from '../row.ts';

const respond = ({account}: House, subject: string, text: string): Promise<void> =>
	account('--auto-responder', 'on', '--auto-subject', subject, '--auto-text', text);

export const responder: Chapter = {
	german: 'Auto-Responder',
	english: 'auto-responder',
	rows: [
		{
			german: 'Auto-Responder aktiv',
			english: 'active or not',
			prove: async house => {
				const {account, receive, sent, outgoing} = house;
				await respond(house, 'Eingang #{TICKET}', 'Ihre Mail ist da.');
				await account('--auto-responder', 'off');
				await receive({subject: 'Ohne Antwort', from: 'still@kunde.example'});
				await account('--auto-responder', 'on');
				await receive({subject: 'Mit Antwort', from: 'laut@kunde.example'});
				assert.deepEqual((await sent('Ihre Mail ist da.')).to, ['laut@kunde.example']);
				assert.equal(outgoing('Ihre Mail ist da.').length, 1);
			},
		},
		{
			german: '{BETREFF}',
			english: '{SUBJECT}',
			prove: async house => {
				await respond(house, 'Re: {BETREFF} #{TICKET}', 'Es geht um: {BETREFF}.');
				await house.receive({subject: 'Lieferung fehlt'});
				const {raw} = await house.sent('Es geht um: Lieferung fehlt.');
				assert.match(raw, /^Subject: Re: Lieferung fehlt/mu);
			},
		},
		{
			german: '{TICKET}',
			english: '{TICKET}',
			prove: async house => {
				await respond(house, 'Eingang #{TICKET}', 'Ihre Nummer: {TICKET}.');
				const {number} = await house.receive({subject: 'Welche Nummer habe ich'});
				await house.sent(`Ihre Nummer: ${number}.`);
			},
		},
		{
			german: '#{TICKET} im Betreff weist die Folge-E-Mails zu',
			english: '#{TICKET} in the subject assigns the follow-ups',
			prove: async house => {
				const from = 'Folke Nach <folke@kunde.example>';
				await respond(house, 'Eingang #{TICKET}', 'Bitte diesen Betreff behalten.');
				const {number} = await house.receive({subject: 'Mit Rautezeichen', from});
				const {raw} = await house.sent(`Subject: Eingang #${number}`);
				assert.match(raw, /^Auto-Submitted: auto-replied/mu);
				await house.deliver({subject: `AW: Eingang #${number}`, from});
				await house.take();
				const {messages} = await house.room.show(number);
				assert.equal(messages.filter(({direction}) => direction === 'in').length, 2);
				await sleep(300);
				const toHim = house.outgoing('folke@kunde.example');
				assert.equal(toHim.length, 1, 'only the first mail is answered');
				await house.account('--auto-responder', 'off');
			},
		},
	],
};
