import type {Message} from '../../source/domain/message.ts';
import type {Comment, Ticket} from '../../source/domain/ticket.ts';
import {aMessage, aTicket, person} from '../domain/sample.ts';

const support = person('support@firma.example');

const at = (day: number, time: string): string =>
	`2026-11-${String(day).padStart(2, '0')}T${time}:00.000Z`;

type Row = Partial<Ticket> & {readonly from: readonly [string, string]; readonly text?: string};

/** A ticket of one mail; its number's counter follows from its place among those of its day. */
const row = (number: string, when: string, {from, text, ...part}: Row): Ticket => {
	const [name, address] = from;
	const subject = part.subject ?? '';
	const body = text ?? `Guten Tag,\n\nes geht um: ${subject}\n\nViele Grüße\n${name}`;
	const message = aMessage({
		id: `m${number}`,
		from: {name, address},
		to: [support],
		subject,
		date: when,
		receivedAt: when,
		messageId: `<${number}@example.de>`,
		text: body,
		replyText: body,
	});
	return aTicket({
		number,
		requester: {name, address},
		createdAt: when,
		updatedAt: when,
		waitingSince: when,
		messages: [message],
		unread: false,
		status: 'open',
		...part,
	});
};

const customer = {name: 'Jörg Übelacker', address: 'j.uebelacker@example.de'};

const quoted = `> Guten Tag,\n>\n> ich kann mich seit heute nicht mehr anmelden.\n> Bitte setzen Sie mein Passwort zurück.`;

const conversation: readonly Message[] = [
	aMessage({
		id: 'c1',
		receivedAt: at(23, '08:12'),
		subject: 'Passwort zurücksetzen',
		replyText: '',
		text: 'Guten Tag,\n\nich kann mich seit heute nicht mehr anmelden. Bitte setzen Sie mein Passwort zurück.\n\nJ. Übelacker',
		to: [support],
	}),
	aMessage({
		id: 'c2',
		direction: 'out',
		state: 'sent',
		author: 'weber',
		from: support,
		to: [customer],
		receivedAt: at(23, '08:40'),
		subject: 'Re: Passwort zurücksetzen',
		replyText: '',
		text: `Hallo Herr Übelacker,\n\nbitte prüfen Sie, ob die Feststelltaste gedrückt ist.\n\nViele Grüße\nAnna Weber\n\nAm Mo., 23.11.2026, 09:12 schrieb Jörg Übelacker:\n${quoted}`,
	}),
	aMessage({
		id: 'c3',
		receivedAt: at(24, '12:01'),
		subject: 'Re: Passwort zurücksetzen',
		replyText: '',
		to: [support],
		messageId: '<c3@example.de>',
		text: `Hallo Frau Weber,\n\nder Link funktioniert leider auch nicht. Ich habe einen Bildschirmabdruck angehängt.\n\nViele Grüße\nJ. Übelacker\n\nAm Mo., 23.11.2026, 09:40 schrieb Anna Weber:\n> Hallo Herr Übelacker,\n>\n> bitte prüfen Sie, ob die Feststelltaste gedrückt ist.\n\n-- \nÜbelacker Elektro GmbH`,
		attachments: [
			{name: 'fehler.png', type: 'image/png', size: 86_016, sha256: 'a'.repeat(64), inline: false},
			{
				name: 'protokoll.txt',
				type: 'text/plain',
				size: 2048,
				sha256: 'b'.repeat(64),
				inline: false,
			},
		],
	}),
];

const comment: Comment = {
	id: 'k1',
	author: 'krause',
	at: at(23, '09:05'),
	text: 'Konto war gesperrt, ich habe es um 10:03 entsperrt.',
};

/** The tickets of the mock-ups, newest last of each day. */
export const sampleTickets = (): readonly Ticket[] => [
	row('202611210001', at(21, '14:02'), {
		from: ['Ö. Yılmaz', 'o.yilmaz@example.com.tr'],
		subject: 'Rückfrage zu Vertrag 88',
		assignee: 'weber',
		status: 'waiting_customer',
	}),
	row('202611220001', at(22, '09:30'), {
		from: ['株式会社サンプル', 'info@sample.example.jp'],
		subject: '請求書について',
		status: 'open',
	}),
	row('202611220002', at(22, '10:15'), {
		from: ['Stadtwerke Musterstadt', 'rechnung@stadtwerke.example'],
		subject: 'Ihre Rechnung Oktober',
		assignee: 'haas',
		queue: 'Buchhaltung',
		status: 'clarify',
	}),
	row('202611230001', at(23, '08:12'), {
		from: [customer.name, customer.address],
		subject: 'Passwort zurücksetzen',
		assignee: 'weber',
		queue: 'IT',
		tags: ['konto'],
		messages: conversation,
		comments: [comment],
		updatedAt: at(24, '12:01'),
		history: [
			{at: at(23, '08:12'), by: 'raute', what: 'created'},
			{at: at(23, '08:40'), by: 'weber', what: 'status', from: 'new', to: 'open'},
			{at: at(23, '09:05'), by: 'krause', what: 'comment', to: 'k1'},
		],
	}),
	row('202611230002', at(23, '13:00'), {
		from: ['Petra Novák', 'petra@novak.example'],
		subject: 'AW: AW: Storno Bestellung 5512',
		assignee: 'weber',
		prio: true,
		tags: ['Prio', 'storno'],
		status: 'waiting_internal',
	}),
	row('202611240001', at(24, '08:05'), {
		from: ['', 'noreply@track.example.com'],
		subject: 'Sendung 0034 zugestellt',
	}),
	row('202611240002', at(24, '08:30'), {
		from: ['Büro Lindner', 'buero@lindner.example'],
		subject: 'Liefertermin KW 48',
		assignee: 'krause',
		queue: 'Versand',
		personal: 'weber',
	}),
	row('202611240003', at(24, '10:02'), {
		from: ['', 'newsletter@shop.example.com'],
		subject: 'Ihr Gutschein wartet auf Sie: nur noch heute 20 % auf alles außer Tiernahrung',
		status: 'new',
		unread: true,
	}),
	row('202611240004', at(24, '12:50'), {
		from: ['', 'info@muster.example'],
		subject: 'Re: Angebot Nr. 77',
		status: 'new',
		unread: true,
		prio: true,
		tags: ['Prio'],
	}),
	row('202611240005', at(24, '12:58'), {
		from: ['Anna Schmidt', 'anna.schmidt@example.de'],
		subject: 'Rechnung 2291 stimmt nicht',
		status: 'new',
		unread: true,
	}),
	row('202611240006', at(24, '11:00'), {
		from: ['Vertraulich AG', 'vorstand@vertraulich.example'],
		subject: 'Nur für die Geschäftsführung',
		status: 'open',
		private: 'krause',
	}),
];

/** Many tickets of one mail each, for long lists. */
export const manyTickets = (count: number): readonly Ticket[] =>
	Array.from({length: count}, (_, index) =>
		row(`20261101${String(index + 1).padStart(4, '0')}`, at(1, '00:00'), {
			from: [`Kunde ${index}`, `kunde${index}@example.de`],
			subject: `Anliegen ${index}`,
			updatedAt: new Date(Date.parse(at(1, '00:00')) + index * 60_000).toISOString(),
			messages: [],
		}),
	);
