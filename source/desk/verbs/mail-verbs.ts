import * as v from 'valibot';
import type {Result} from '../../domain/result.ts';
import type {MailCalls} from '../calls/mail-calls.ts';
import type {ReceiveRequest} from '../desk.ts';
import type {Ask, Host} from '../host.ts';
import {mayTouchIntake} from '../receive/intake-sight.ts';
import type {Arriving} from '../receive/prepare-mail.ts';
import {outboxItems, quarantined} from '../report.ts';
import {checked, idInput, placeInput, receiveInput} from '../request-input.ts';
import {attachment, html, rawMail, upload} from '../send/files.ts';

const indexedInput = v.object({
	...placeInput.entries,
	index: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

/** A mail that was handed in, with its time of delivery; a time to come would stay on top of the list. */
const arriving = ({receivedAt, ...mail}: ReceiveRequest, now: string): Arriving =>
	receivedAt !== undefined && receivedAt < now ? {...mail, internalDate: receivedAt} : mail;

/** The verbs around mails: their bytes, taking them in, and what waits or could not be read. */
export const mailVerbs = ({core, loops}: Host, ask: Ask): MailCalls => {
	const onIntake = <T>(intake: unknown, work: (id: string) => Promise<Result<T>>) =>
		ask('tickets.edit', async caller => {
			const id = checked(idInput, intake);
			if (!id.ok) return id;
			const may = await mayTouchIntake(core, caller, id.value);
			return may.ok ? work(id.value) : may;
		});
	return {
		raw: (number, message) =>
			ask('tickets.read', caller => {
				const place = checked(placeInput, {number, message});
				return place.ok ? rawMail(core, caller, place.value) : place;
			}),
		attachment: (number, message, index) =>
			ask('tickets.read', caller => {
				const place = checked(indexedInput, {number, message, index});
				return place.ok ? attachment(core, caller, place.value) : place;
			}),
		html: (number, message) =>
			ask('tickets.read', caller => {
				const place = checked(placeInput, {number, message});
				return place.ok ? html(core, caller, place.value) : place;
			}),
		upload: (name, bytes) => ask('tickets.reply', () => upload(core, {name, bytes})),

		receive: request =>
			ask('tickets.edit', () => {
				const mail = checked(receiveInput, request);
				return mail.ok ? loops.receiver.receive(arriving(mail.value, core.now())) : mail;
			}),
		importNow: account =>
			ask('tickets.edit', () => {
				const id = checked(v.nullable(idInput), account);
				return id.ok ? loops.importer.now(id.value) : id;
			}),
		outbox: () => ask('tickets.read', caller => outboxItems(core, caller)),
		quarantine: () => ask('tickets.read', caller => quarantined(core, caller)),
		retryIntake: intake => onIntake(intake, loops.receiver.retry),
		acceptIntake: intake => onIntake(intake, loops.receiver.accept),
		intakeRaw: intake => onIntake(intake, loops.receiver.raw),
		discardIntake: intake => onIntake(intake, loops.receiver.discard),
	};
};
