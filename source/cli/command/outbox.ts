import {randomUUID} from 'node:crypto';
import type {Desk, OutboxItem} from '../../desk/desk.ts';
import {sayDeliveryError, sayDeliveryHelp} from '../../language/delivery.ts';
import {longTime} from '../../language/when.ts';
import {answer, misused, refuse, withDesk} from '../answer.ts';
import {type Call, type Command, isSet} from '../command.ts';
import {numberOf} from '../input/numbers.ts';
import {printJson} from '../output/json.ts';
import {performAll} from '../output/perform-all.ts';
import {printRows} from '../output/rows.ts';

const actions: ReadonlyMap<string, string> = new Map([
	['retry', 'retrySend'],
	['cancel', 'callBack'],
]);

/** It will not get out, or not simply by waiting. */
const isStuck = ({state, error}: OutboxItem): boolean =>
	state === 'failed' || state === 'uncertain' || (state === 'queued' && error !== null);

const show = (call: Call, items: readonly OutboxItem[]): void => {
	const {say, language, stdout} = call;
	printRows(call, {
		head: [
			say('field.number'),
			say('cli.outbox.message'),
			say('field.status'),
			say('field.date'),
			say('field.to'),
			say('field.subject'),
			say('cli.outbox.error'),
		],
		rows: items.map(item => [
			item.number,
			item.message,
			item.state,
			stdout.isTTY ? longTime(item.due, language) : item.due,
			item.to.join(' '),
			item.subject,
			sayDeliveryError(say, item.error === null ? null : {code: item.code ?? '', text: item.error}),
		]),
	});
	const stuck = items.filter(isStuck);
	for (const state of new Set(stuck.map(item => item.state))) {
		const [first, ...others] = stuck.filter(item => item.state === state);
		call.tell(sayDeliveryHelp(say, state, others.length === 0 ? (first?.number ?? null) : null));
	}
};

/** The message may be left out when its ticket has only one in the outbox. */
const chosen = (
	items: readonly OutboxItem[],
	{number, message}: {readonly number: string; readonly message: string | undefined},
): string | null => {
	const own = items.filter(item => item.number === number);
	const [only, ...others] =
		message === undefined ? own : own.filter(item => item.message === message);
	return only !== undefined && others.length === 0 ? only.message : null;
};

const change = async (call: Call, desk: Desk, action: string): Promise<number> => {
	const [, wanted = '', wish] = call.args;
	const items = await desk.outbox();
	if (!items.ok) return refuse(call, items.problem);
	const number = numberOf(wanted) ?? wanted;
	const message = chosen(items.value, {number, message: wish});
	if (message === null) return refuse(call, {name: 'message-missing', details: {number}});
	return performAll(call, desk, [{id: randomUUID(), number, action, input: {message}}]);
};

/** What waits to be sent: shows it, tries it again, takes it back. */
export const outbox: Command = {
	usage: '[list | retry NUMBER MESSAGE | cancel NUMBER MESSAGE]',
	summary: 'cli.outbox',
	flags: {json: {type: 'boolean'}},
	run: async call => {
		const [verb = 'list', number] = call.args;
		const action = actions.get(verb);
		if (verb === 'list')
			return withDesk(call, async desk =>
				answer(call, await desk.outbox(), items =>
					isSet(call, 'json') ? printJson(call, items) : show(call, items),
				),
			);
		if (action === undefined)
			return misused(
				call,
				call.say('cli.verb-unknown', {value: verb, verbs: 'list, retry, cancel'}),
			);
		if (number === undefined) return misused(call, call.say('cli.number-missing'));
		return withDesk(call, desk => change(call, desk, action));
	},
};
