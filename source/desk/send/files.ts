import {cleanLine} from '../../domain/clean-input.ts';
import {fileType} from '../../domain/file-type.ts';
import type {Attachment, Message} from '../../domain/message.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {Ticket} from '../../domain/ticket.ts';
import type {Caller} from '../caller.ts';
import type {Core} from '../core.ts';
import {openTicket} from '../permit.ts';
import {attachmentBytes} from './attachment-bytes.ts';

type Found = {readonly ticket: Ticket; readonly message: Message};

const findMessage = async (
	core: Core,
	caller: Caller,
	{number, message: id}: {readonly number: string; readonly message: string},
): Promise<Result<Found>> => {
	const ticket = await openTicket(core, caller, number);
	if (!ticket.ok) return ticket;
	const message = ticket.value.messages.find(candidate => candidate.id === id);
	return message ? ok({ticket: ticket.value, message}) : fail('message-missing', {number});
};

type Place = {readonly number: string; readonly message: string};

/** The mail as it came in or went out. */
export const rawMail = async (
	core: Core,
	caller: Caller,
	place: Place,
): Promise<Result<Uint8Array>> => {
	const found = await findMessage(core, caller, place);
	if (!found.ok) return found;
	const {raw} = found.value.message;
	return raw === null
		? fail('message-missing', {number: place.number})
		: core.parts.store.file(raw);
};

/** The decoded bytes of one attachment of a message. */
export const attachment = async (
	core: Core,
	caller: Caller,
	place: Place & {readonly index: number},
): Promise<Result<Uint8Array>> => {
	const found = await findMessage(core, caller, place);
	if (!found.ok) return found;
	const {ticket, message} = found.value;
	const wanted = message.attachments[place.index];
	return wanted
		? attachmentBytes(core.parts, wanted, {...ticket, messages: [message]})
		: fail('attachment-missing', {name: String(place.index)});
};

/** The HTML part as its sender wrote it, null when there is none. Foreign and not cleaned. */
export const html = async (
	core: Core,
	caller: Caller,
	place: Place,
): Promise<Result<string | null>> => {
	const raw = await rawMail(core, caller, place);
	return raw.ok ? core.parts.reader.html(raw.value) : raw;
};

/** A name without a way out of a folder: no path, no leading dots. */
const fileName = (name: string): string =>
	cleanLine(name)
		.replace(/^.*[/\\]/u, '')
		.replace(/^\.+/u, '')
		.slice(0, 255) || 'file';

/** Keeps bytes for a draft. Problem: `mail-too-large`. */
export const upload = async (
	core: Core,
	{name, bytes}: {readonly name: string; readonly bytes: Uint8Array},
): Promise<Result<Attachment>> => {
	if (typeof name !== 'string' || !(bytes instanceof Uint8Array))
		return fail('input-invalid', {field: 'bytes'});
	const size = bytes.length;
	if (size > core.parts.store.desk().maxMailBytes) return fail('mail-too-large', {size});
	const stored = await core.parts.store.putFile(bytes);
	if (!stored.ok) return stored;
	const kept = fileName(name);
	return ok({name: kept, type: fileType(kept), size, sha256: stored.value, inline: false});
};
