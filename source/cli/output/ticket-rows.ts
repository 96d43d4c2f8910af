import type {Row} from '../../desk/desk.ts';
import {age} from '../../language/age.ts';
import type {Call} from '../command.ts';
import {jsonText} from './json.ts';
import {printRows} from './rows.ts';

/** A row as JSON: the fields of `show --json`, counts instead of what they count. */
export const rowJson = (row: Row) => ({
	number: row.number,
	subject: row.subject,
	status: row.status,
	queue: row.queue,
	project: row.project,
	assignee: row.assignee,
	requester: row.requester,
	flags: {prio: row.prio, personal: row.personal !== null, private: row.private !== null},
	tags: row.tags,
	stars: row.stars ?? [],
	unread: row.unread,
	masked: row.masked,
	snoozedUntil: row.snoozedUntil,
	createdAt: row.createdAt,
	updatedAt: row.updatedAt,
	waitingSince: row.waitingSince,
	messages: row.messages,
	comments: row.comments,
	attachments: row.attachments,
});

const subjectOf = ({say}: Call, row: Row): string => (row.masked ? say('row.masked') : row.subject);

const plainCells = (call: Call, row: Row): readonly string[] => [
	row.number,
	row.status,
	row.queue ?? '',
	row.assignee ?? '',
	row.updatedAt,
	row.requester.address,
	subjectOf(call, row),
];

const shownCells = (call: Call, row: Row, now: number): readonly string[] => [
	row.number,
	call.say(`status.short.${row.status}`),
	row.queue ?? '',
	row.assignee ?? '',
	age(now - Date.parse(row.updatedAt), call.language),
	row.requester.name || row.requester.address,
	subjectOf(call, row),
];

/** Prints tickets as rows, or with `json` as one JSON array with a ticket a line. */
export const printTickets = (
	call: Call,
	rows: readonly Row[],
	{json}: {readonly json: boolean},
): void => {
	if (json) {
		call.print(`[${rows.map(row => `\n${jsonText(rowJson(row))}`).join(',')}\n]`);
		return;
	}
	const {say} = call;
	const head = [
		say('field.number'),
		say('field.status'),
		say('field.queue'),
		say('field.assignee'),
		say('field.age'),
		say('field.requester'),
		say('field.subject'),
	];
	const now = Date.now();
	const cells = (row: Row) =>
		call.stdout.isTTY ? shownCells(call, row, now) : plainCells(call, row);
	printRows(call, {head, rows: rows.map(cells)});
};
