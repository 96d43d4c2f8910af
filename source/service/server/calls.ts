import * as v from 'valibot';
import type {Desk, RemoveOptions} from '../../desk/desk.ts';
import {secretKinds} from '../../domain/account/account-setup.ts';
import {isRecord} from '../../domain/is-record.ts';
import {fail, type Result} from '../../domain/result.ts';
import {
	type ListName,
	listNames,
	orderedLists,
	type SettingsLists,
} from '../../domain/settings/settings-list.ts';

const text = v.pipe(v.string(), v.maxLength(4096));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
/** Of a ticket: whether there is one, and whether it is a number at all, the desk says. */
const number = text;
const listName = v.picklist(listNames);
const secret = v.pipe(v.string(), v.maxLength(10_000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const origin = v.object({
	account: v.nullable(id),
	queue: v.nullable(id),
	receivedAt: v.optional(v.string()),
});

/**
 * Requests and settings: here they need only be objects. Their fields are the desk's to check (see
 * `desk/request-input.ts`), which trusts no caller either; a second list of them would differ one day.
 */
const request = <T>() => v.custom<T>(isRecord);

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

type Given<Name extends keyof Desk> = Parameters<Desk[Name]>[0];

const calls: Readonly<Record<string, Run>> = {
	me: call([], desk => desk.me()),
	window: call([request<Given<'window'>>()], (desk, [asked]) => desk.window(asked)),
	ticket: call([number], (desk, [of]) => desk.ticket(of)),
	perform: call([v.array(request<Given<'perform'>[number]>())], (desk, [commands]) =>
		desk.perform(commands),
	),
	send: call([request<Given<'send'>>()], (desk, [asked]) => desk.send(asked)),
	search: call([text, count], (desk, [words, limit]) => desk.search(words, limit)),
	present: call([v.nullable(number), v.boolean()], (desk, [at, writing]) =>
		desk.present(at, writing),
	),

	createTicket: call([request<Given<'createTicket'>>()], (desk, [asked]) =>
		desk.createTicket(asked),
	),
	personalData: call([text], (desk, [address]) => desk.personalData(address)),
	eraseAddress: call([text], (desk, [address]) => desk.eraseAddress(address)),
	figures: call([v.nullable(text)], (desk, [since]) => desk.figures(since)),

	raw: call([number, id], (desk, [of, message]) => desk.raw(of, message)),
	attachment: call([number, id, count], (desk, [of, message, index]) =>
		desk.attachment(of, message, index),
	),
	html: call([number, id], (desk, [of, message]) => desk.html(of, message)),
	upload: callWithBytes([text], (desk, [name], bytes) => desk.upload(name, bytes)),

	receive: callWithBytes([origin], (desk, [from], raw) => desk.receive({...from, raw})),
	importNow: call([v.nullable(id)], (desk, [account]) => desk.importNow(account)),
	outbox: call([], desk => desk.outbox()),
	quarantine: call([], desk => desk.quarantine()),
	retryIntake: call([id], (desk, [intake]) => desk.retryIntake(intake)),
	acceptIntake: call([id], (desk, [intake]) => desk.acceptIntake(intake)),
	intakeRaw: call([id], (desk, [intake]) => desk.intakeRaw(intake)),
	discardIntake: call([id], (desk, [intake]) => desk.discardIntake(intake)),

	saveAccount: call([request<Given<'saveAccount'>>()], (desk, [account]) =>
		desk.saveAccount(account),
	),
	removeAccount: call([id], (desk, [account]) => desk.removeAccount(account)),
	discover: call([text], (desk, [address]) => desk.discover(address)),
	testAccount: call(
		[request<Given<'testAccount'>>(), v.nullable(secret)],
		(desk, [account, password]) => desk.testAccount(account, password),
	),
	saveSecret: call(
		[id, v.nullable(secret), v.picklist(secretKinds)],
		(desk, [account, password, kind]) => desk.saveSecret(account, password, kind),
	),
	signIn: call(
		[request<Given<'signIn'>>(), v.picklist(['device', 'loopback'])],
		(desk, [account, way]) => desk.signIn(account, way),
	),
	signInState: call([id], (desk, [account]) => desk.signInState(account)),
	saveAgent: call([request<Given<'saveAgent'>>()], (desk, [agent]) => desk.saveAgent(agent)),
	removeAgent: call([id], (desk, [login]) => desk.removeAgent(login)),
	saveDesk: call([request<Given<'saveDesk'>>()], (desk, [values]) => desk.saveDesk(values)),
	saveItem: call([listName, request<SettingsLists[ListName]>()], (desk, [list, item]) =>
		desk.saveItem(list, item),
	),
	removeItem: call([listName, id, v.nullable(request<RemoveOptions>())], (desk, args) => {
		const [list, key, options] = args;
		return options === null ? desk.removeItem(list, key) : desk.removeItem(list, key, options);
	}),
	orderItems: call([v.picklist(orderedLists), v.array(id)], (desk, [list, keys]) =>
		desk.orderItems(list, keys),
	),

	tryRules: call([request<Given<'tryRules'>>()], (desk, [asked]) => desk.tryRules(asked)),

	jobs: call([], desk => desk.jobs()),
	runJob: call([id], (desk, [job]) => desk.runJob(job)),
	stopImport: call([], desk => desk.stopImport()),

	unsilence: call([text], (desk, [address]) => desk.unsilence(address)),

	status: call([], desk => desk.status()),
	check: call([v.boolean()], (desk, [repair]) => desk.check(repair)),
	snapshot: call([text], (desk, [folder]) => desk.snapshot(folder)),
	stop: call([], desk => desk.stop()),
} satisfies Record<Exclude<keyof Desk, 'on' | 'close'>, Run>;

/** Runs one call of a client, which is not trusted: neither the name nor the arguments. */
export const runCall = (
	desk: Desk,
	asked: {
		readonly call: string;
		readonly args: readonly unknown[];
		readonly bytes: Uint8Array | null;
	},
): CallAnswer => {
	const run = Object.hasOwn(calls, asked.call) ? calls[asked.call] : undefined;
	return run
		? run(desk, asked.args, asked.bytes)
		: Promise.resolve(fail('input-invalid', {text: `unknown call ${asked.call.slice(0, 100)}`}));
};
