import * as v from 'valibot';
import type {Desk} from '../desk/desk.ts';
import {fail, type Result} from '../domain/result.ts';
import * as schema from './schema.ts';
import * as settings from './settings-schema.ts';

type CallAnswer = Promise<Result<unknown>>;
type Run = (desk: Desk, args: readonly unknown[], bytes: Uint8Array | null) => CallAnswer;

/** A call of the desk by its name: checks what the client sent, then asks the desk. */
const call = <const Args extends v.TupleItems>(
	args: Args,
	ask: (desk: Desk, args: v.InferOutput<v.TupleSchema<Args, undefined>>) => CallAnswer,
): Run => {
	const form = v.tuple(args);
	return (desk, given) => {
		const checked = v.safeParse(form, given);
		return checked.success ? ask(desk, checked.output) : Promise.resolve(wrongForm(checked.issues));
	};
};

/** The same with bytes beside the arguments. */
const callWithBytes = <const Args extends v.TupleItems>(
	args: Args,
	ask: (
		desk: Desk,
		args: v.InferOutput<v.TupleSchema<Args, undefined>>,
		bytes: Uint8Array,
	) => CallAnswer,
): Run => {
	return (desk, given, bytes) =>
		bytes
			? call(args, (to, checked) => ask(to, checked, bytes))(desk, given, null)
			: Promise.resolve(fail('input-invalid', {text: 'bytes missing'}));
};

const wrongForm = (issues: readonly v.BaseIssue<unknown>[]): Result<never> => {
	const [issue] = issues;
	const where = issue ? (v.getDotPath(issue) ?? '') : '';
	return fail('input-invalid', {text: `${where}: ${issue?.message ?? ''}`.slice(0, 300)});
};

const calls: Readonly<Record<string, Run>> = {
	me: call([], desk => desk.me()),
	window: call([schema.windowRequest], (desk, [request]) => desk.window(request)),
	ticket: call([schema.id], (desk, [number]) => desk.ticket(number)),
	perform: call([schema.commands], (desk, [commands]) =>
		desk.perform(commands.map(command => ({...command, input: command.input}))),
	),
	send: call([schema.sendRequest], (desk, [request]) => desk.send(request)),
	search: call([schema.searchText, schema.limit], (desk, [text, limit]) =>
		desk.search(text, limit),
	),
	present: call([v.nullable(schema.id), v.boolean()], (desk, [number, writing]) =>
		desk.present(number, writing),
	),

	raw: call([schema.id, schema.id], (desk, [number, message]) => desk.raw(number, message)),
	attachment: call([schema.id, schema.id, schema.index], (desk, [number, message, index]) =>
		desk.attachment(number, message, index),
	),
	html: call([schema.id, schema.id], (desk, [number, message]) => desk.html(number, message)),
	upload: callWithBytes([schema.fileName], (desk, [name], bytes) => desk.upload(name, bytes)),

	receive: callWithBytes([schema.receiveRequest], (desk, [request], raw) =>
		desk.receive({...request, raw}),
	),
	importNow: call([v.nullable(schema.id)], (desk, [account]) => desk.importNow(account)),
	outbox: call([], desk => desk.outbox()),
	quarantine: call([], desk => desk.quarantine()),
	retryIntake: call([schema.id], (desk, [id]) => desk.retryIntake(id)),
	discardIntake: call([schema.id], (desk, [id]) => desk.discardIntake(id)),

	saveAccount: call([settings.account], (desk, [account]) => desk.saveAccount(account)),
	removeAccount: call([schema.id], (desk, [id]) => desk.removeAccount(id)),
	saveAgent: call([settings.agent], (desk, [agent]) => desk.saveAgent(agent)),
	removeAgent: call([schema.id], (desk, [login]) => desk.removeAgent(login)),
	saveDesk: call([settings.deskPart], (desk, [part]) => desk.saveDesk(part)),

	status: call([], desk => desk.status()),
	check: call([v.boolean()], (desk, [repair]) => desk.check(repair)),
	snapshot: call([schema.folder], (desk, [folder]) => desk.snapshot(folder)),
	stop: call([], desk => desk.stop()),
} satisfies Record<Exclude<keyof Desk, 'on' | 'close'>, Run>;

export const callNames: readonly string[] = Object.keys(calls);

/** Runs one call of a client, which is not trusted: neither the name nor the arguments. */
export const runCall = (
	desk: Desk,
	request: {
		readonly call: string;
		readonly args: readonly unknown[];
		readonly bytes: Uint8Array | null;
	},
): CallAnswer => {
	const run = Object.hasOwn(calls, request.call) ? calls[request.call] : undefined;
	return run
		? run(desk, request.args, request.bytes)
		: Promise.resolve(fail('input-invalid', {text: `unknown call ${request.call.slice(0, 100)}`}));
};
