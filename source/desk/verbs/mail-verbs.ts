import * as v from 'valibot';
import type {PassReport} from '../../domain/account/account.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {Caller} from '../caller.ts';
import type {MailCalls} from '../calls/mail-calls.ts';
import type {ReceiveRequest} from '../desk.ts';
import type {Ask, Host} from '../host.ts';
import {mayTouchIntake} from '../receive/intake-sight.ts';
import type {Arriving} from '../receive/prepare-mail.ts';
import {checked, idInput, placeInput, receiveInput} from '../request-input.ts';
import {attachment, html, rawMail, upload} from '../send/files.ts';
import {accountsFor} from '../settings/accounts.ts';
import {outboxItems, quarantined} from '../status.ts';

const indexedInput = v.object({
	...placeInput.entries,
	index: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

/** A mail that was handed in, with its time of delivery; a time to come would stay on top of the list. */
const arriving = ({receivedAt, ...mail}: ReceiveRequest, now: string): Arriving =>
	receivedAt !== undefined && receivedAt < now ? {...mail, internalDate: receivedAt} : mail;

/** A pass as one agent may ask for it: a report holds what the server of its account said. */
const importFor = async (
	{core, loops}: Pick<Host, 'core' | 'loops'>,
	caller: Caller,
	account: string | null,
): Promise<Result<readonly PassReport[]>> => {
	const visible = new Set(accountsFor(core, caller).map(({id}) => id));
	if (account !== null && !visible.has(account)) return fail('account-unknown', {account});
	const reports = await loops.importer.now(account);
	return reports.ok ? ok(reports.value.filter(report => visible.has(report.account))) : reports;
};

/** The verbs around mails: their bytes, taking them in, and what waits or could not be read. */
export const mailVerbs = (host: Host, ask: Ask): MailCalls => {
	const {core, loops} = host;
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
			ask('tickets.edit', async caller => {
				const id = checked(v.nullable(idInput), account);
				return id.ok ? importFor(host, caller, id.value) : id;
			}),
		outbox: () => ask('tickets.read', caller => outboxItems(core, caller)),
		quarantine: () => ask('tickets.read', caller => quarantined(core, caller)),
		retryIntake: intake => onIntake(intake, loops.receiver.retry),
		acceptIntake: intake => onIntake(intake, loops.receiver.accept),
		intakeRaw: intake => onIntake(intake, loops.receiver.raw),
		discardIntake: intake => onIntake(intake, loops.receiver.discard),
	};
};
