import {mkdir, readdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {Desk} from '../../desk/desk.ts';
import type {Problem} from '../../domain/problem.ts';
import type {Ticket} from '../../domain/ticket.ts';
import {makeFolder} from '../../service/make-folder.ts';
import {failureOf} from '../../store/document/failure.ts';
import {misused, refuse, withDesk} from '../answer.ts';
import {type Call, type Command, textFlag} from '../command.ts';
import {exitCode} from '../exit-code.ts';
import {tellUnreadable} from '../input/read-error.ts';
import {ticketJson} from '../output/ticket-json.ts';

/** An empty or new folder: what lies there already is nobody's to overwrite. */
const prepare = async (call: Call, folder: string): Promise<boolean> => {
	try {
		await makeFolder(folder, 0o700);
		if ((await readdir(folder)).length === 0) return true;
		call.tell(`raute: ${call.say('cli.export.not-empty', {path: folder})}`);
	} catch (error) {
		tellUnreadable(call, folder, error);
	}
	return false;
};

/** `1-in.eml`, `2-out.eml`: the mails in the order of the conversation. */
const writeMails = async (
	desk: Desk,
	ticket: Ticket,
	{folder, onMissing}: {folder: string; onMissing: (problem: Problem) => void},
): Promise<number> => {
	let written = 0;
	for (const [index, {id, raw, direction}] of ticket.messages.entries()) {
		if (raw === null) continue;
		const bytes = await desk.raw(ticket.number, id);
		if (!bytes.ok) {
			onMissing(bytes.problem);
			continue;
		}
		await writeFile(path.join(folder, `${index + 1}-${direction}.eml`), bytes.value, {mode: 0o600});
		written += 1;
	}
	return written;
};

const exportAll = async (
	call: Call,
	desk: Desk,
	{address, folder}: {readonly address: string; readonly folder: string},
): Promise<number> => {
	const data = await desk.personalData(address);
	if (!data.ok) return refuse(call, data.problem);
	const numbers = [...data.value.alone, ...data.value.shared].sort();
	let mails = 0;
	let code: number = exitCode.done;
	const onMissing = (problem: Problem): void => {
		code = refuse(call, problem);
	};
	for (const number of numbers) {
		const ticket = await desk.ticket(number);
		if (!ticket.ok) return refuse(call, ticket.problem);
		const place = path.join(folder, number);
		await mkdir(place, {mode: 0o700});
		const text = `${JSON.stringify(ticketJson(ticket.value), null, '\t')}\n`;
		await writeFile(path.join(place, 'ticket.json'), text, {mode: 0o600});
		mails += await writeMails(desk, ticket.value, {folder: place, onMissing});
	}
	call.print(folder);
	call.tell(call.say('cli.export.done', {n: numbers.length, mails}));
	return code;
};

/** Writes every ticket in which an address takes part into a folder: JSON, and the mails as they came. */
export const exportData: Command = {
	usage: '--address A [FOLDER]',
	summary: 'cli.export',
	flags: {address: {type: 'string'}},
	run: async call => {
		const address = textFlag(call, 'address') ?? '';
		if (address === '') return misused(call, call.say('cli.address-missing'));
		const [given, ...more] = call.args;
		if (more.length > 0) return misused(call, call.say('cli.export.one-folder'));
		const folder = path.resolve(given ?? `raute-export-${new Date().toISOString().slice(0, 10)}`);
		return withDesk(call, async desk => {
			const allowed = await desk.personalData(address);
			if (!allowed.ok) return refuse(call, allowed.problem);
			if (!(await prepare(call, folder))) return exitCode.failed;
			return exportAll(call, desk, {address, folder}).catch(error => {
				const failed = failureOf(error, folder);
				return failed.ok ? exitCode.failed : refuse(call, failed.problem);
			});
		});
	},
};
