import {readdir, readFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import type {Ticket} from '../../source/domain/ticket.ts';
import type {WorkReport} from './work.ts';

/** What lies in the documents of a data folder, read without the store. */
export type Found = {
	/** How often each comment is there. */
	readonly comments: ReadonlyMap<string, number>;
	/** Numbers of the tickets that hold a mail, by Message-ID. */
	readonly mails: ReadonlyMap<string, readonly string[]>;
	readonly unreadable: readonly string[];
	/** Files whose name is not the number inside, and numbers that two files hold. */
	readonly misnumbered: readonly string[];
	readonly tickets: number;
};

const filesOf = async (dataFolder: string): Promise<string[]> => {
	const all = await readdir(join(dataFolder, 'tickets'), {recursive: true});
	return all.filter(name => name.endsWith('.json')).map(name => join(dataFolder, 'tickets', name));
};

export const findAll = async (dataFolder: string): Promise<Found> => {
	const comments = new Map<string, number>();
	const mails = new Map<string, string[]>();
	const unreadable: string[] = [];
	const misnumbered: string[] = [];
	const numbers = new Set<string>();
	for (const file of await filesOf(dataFolder)) {
		const ticket = parse(await readFile(file, 'utf8'));
		if (!ticket) {
			unreadable.push(file);
			continue;
		}
		if (ticket.number !== basename(file, '.json') || numbers.has(ticket.number)) {
			misnumbered.push(file);
		}
		numbers.add(ticket.number);
		for (const {text} of ticket.comments) comments.set(text, (comments.get(text) ?? 0) + 1);
		for (const {messageId} of ticket.messages) {
			const id = (messageId ?? '').replace(/[<>]/gu, '');
			mails.set(id, [...(mails.get(id) ?? []), ticket.number]);
		}
	}
	return {comments, mails, unreadable, misnumbered, tickets: numbers.size};
};

const parse = (text: string): Ticket | null => {
	try {
		return JSON.parse(text) as Ticket;
	} catch {
		return null;
	}
};

/** Every broken promise in words; none is the aim. */
export const brokenPromises = (found: Found, reports: readonly WorkReport[]): string[] => {
	const broken = [
		...found.unreadable.map(file => `unreadable: ${file}`),
		...found.misnumbered.map(file => `wrong number: ${file}`),
	];
	for (const report of reports) {
		for (const text of report.acknowledged) {
			const times = found.comments.get(text) ?? 0;
			if (times !== 1) broken.push(`comment ${text} is there ${times} times`);
		}
		for (const text of report.refused) {
			if (found.comments.has(text)) broken.push(`refused comment ${text} is there`);
		}
		for (const [id, number] of report.mails) {
			const at = found.mails.get(id) ?? [];
			if (at.length !== 1 || at[0] !== number) {
				broken.push(`mail ${id} was given ${number} and is in ${at.join(', ') || 'none'}`);
			}
		}
	}
	for (const [text, times] of found.comments) {
		if (times > 1) broken.push(`comment ${text} is there ${times} times`);
	}
	return broken;
};
