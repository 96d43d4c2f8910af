import assert from 'node:assert/strict';
import type {Desk} from '../../../source/desk/desk.ts';
import {actions} from '../../../source/domain/action/index.ts';
import {mayDo, type Right, type Role} from '../../../source/domain/agent.ts';
import type {Result} from '../../../source/domain/result.ts';
import {aDraft, anAccount, anAgent} from '../../domain/sample.ts';
import {must, problemOf} from '../../result.ts';
import {putTicket, type Room} from '../room.ts';
import type {OpenRoom} from './contract.ts';
import {inRoom} from './in-room.ts';

type Verb = Exclude<keyof Desk, 'on' | 'close'>;

type Row = readonly [right: Right, call: (desk: Desk, number: string) => Promise<Result<unknown>>];

const draft = aDraft({agent: 'nobody'});
const queue = {label: 'Neu', name: 'Neu', responsible: null};

/**
 * Every call of a desk with the right it needs. The calls are such that nothing comes of those that
 * are allowed: what they name is not there.
 */
const verbs: Readonly<Record<Verb, Row>> = {
	me: ['tickets.read', desk => desk.me()],
	window: [
		'tickets.read',
		desk => desk.window({query: {tab: 'inbox', sort: 'newest', filter: ''}, from: 0, count: 1}),
	],
	ticket: ['tickets.read', (desk, number) => desk.ticket(number)],
	perform: ['tickets.read', desk => desk.perform([])],
	send: [
		'tickets.reply',
		desk => desk.send({id: 's', number: '202611239999', draft, status: null, force: false}),
	],
	search: ['tickets.read', desk => desk.search('x', 1)],
	present: ['tickets.read', desk => desk.present(null, false)],
	raw: ['tickets.read', (desk, number) => desk.raw(number, 'none')],
	attachment: ['tickets.read', (desk, number) => desk.attachment(number, 'none', 0)],
	html: ['tickets.read', (desk, number) => desk.html(number, 'none')],
	upload: ['tickets.reply', desk => desk.upload('a.txt', new Uint8Array(1))],
	receive: [
		'tickets.edit',
		desk => desk.receive({raw: new Uint8Array(1), account: 'mars', queue: null}),
	],
	importNow: ['tickets.edit', desk => desk.importNow('mars')],
	outbox: ['tickets.read', desk => desk.outbox()],
	quarantine: ['tickets.read', desk => desk.quarantine()],
	retryIntake: ['tickets.edit', desk => desk.retryIntake('none')],
	acceptIntake: ['tickets.edit', desk => desk.acceptIntake('none')],
	intakeRaw: ['tickets.edit', desk => desk.intakeRaw('none')],
	discardIntake: ['tickets.edit', desk => desk.discardIntake('none')],
	saveAccount: ['accounts', desk => desk.saveAccount(anAccount({id: '../x'}))],
	removeAccount: ['accounts', desk => desk.removeAccount('mars')],
	saveAgent: ['agents', desk => desk.saveAgent(anAgent('neu'))],
	removeAgent: ['agents', desk => desk.removeAgent('mars')],
	saveDesk: ['accounts', desk => desk.saveDesk({undoSeconds: -1})],
	saveItem: ['queues', desk => desk.saveItem('queues', {...queue, label: '1'})],
	removeItem: ['queues', desk => desk.removeItem('queues', 'Mars')],
	orderItems: ['templates', desk => desk.orderItems('templates', [])],
	jobs: ['tickets.read', desk => desk.jobs()],
	runJob: ['jobs', desk => desk.runJob('mars')],
	stopImport: ['jobs', desk => desk.stopImport()],
	unsilence: ['accounts', desk => desk.unsilence('kim@example.test')],
	discover: ['accounts', desk => desk.discover('no address')],
	testAccount: ['accounts', desk => desk.testAccount(anAccount({id: '../x'}), null)],
	saveSecret: ['accounts', desk => desk.saveSecret('mars', 'x')],
	signIn: ['accounts', desk => desk.signIn(anAccount({id: '../x'}), 'device')],
	signInState: ['accounts', desk => desk.signInState('mars')],
	createTicket: [
		'tickets.edit',
		desk => desk.createTicket({} as Parameters<Desk['createTicket']>[0]),
	],
	personalData: ['agents', desk => desk.personalData('no address')],
	eraseAddress: ['agents', desk => desk.eraseAddress('no address')],
	figures: ['tickets.read', desk => desk.figures(null)],
	tryRules: ['tickets.edit', desk => desk.tryRules({rules: null, numbers: [], last: 0})],
	status: ['tickets.read', desk => desk.status()],
	check: ['agents', desk => desk.check(false)],
	snapshot: ['agents', desk => desk.snapshot('')],
	stop: ['agents', desk => desk.stop()],
};

const lists = {
	queues: 'queues',
	projects: 'queues',
	templates: 'templates',
	rules: 'rules',
	jobs: 'jobs',
} as const satisfies Record<string, Right>;

const logins: Readonly<Record<Role, string>> = {viewer: 'vera', agent: 'anna', admin: 'chef'};

const roles = Object.keys(logins) as readonly Role[];

/** Whether the answer says that the right is missing. */
const isRefused = (problem: string): boolean => problem === 'not-permitted';

/** Asks by every role and compares who was let through with who has the right. */
const forEachRole = async (
	room: Room,
	{right, what}: {readonly right: Right; readonly what: string},
	ask: (desk: Desk) => Promise<string>,
): Promise<void> => {
	for (const role of roles) {
		const desk = must(await room.as(logins[role]));
		const problem = await ask(desk);
		assert.equal(isRefused(problem), !mayDo(role, right), `${what} by ${role}: ${problem}`);
		await desk.close();
	}
};

export const contractRoles = (where: string, open: OpenRoom): void => {
	const it = inRoom(where, open);

	it('every call is answered to the roles that have its right, and refused to the others', async room => {
		const number = await putTicket(room.store);
		for (const [what, [right, call]] of Object.entries(verbs))
			await forEachRole(room, {right, what}, async desk => problemOf(await call(desk, number)));
	});

	it('every action on a ticket is done for the roles that have its right, and refused to the others', async room => {
		for (const {name, right} of actions) {
			await forEachRole(room, {right, what: name}, async desk => {
				const number = await putTicket(room.store);
				const command = {id: `${name}-${number}`, number, action: name, input: {}};
				const [outcome] = must(await desk.perform([command]));
				return outcome === undefined || outcome.ok ? 'none' : outcome.problem.name;
			});
		}
	});

	it('every list of the settings is changed by the roles that have its right alone', async room => {
		for (const [list, right] of Object.entries(lists)) {
			const name = list as keyof typeof lists;
			const broken = {} as Parameters<Desk['saveItem']>[1];
			await forEachRole(room, {right, what: `save ${list}`}, async desk =>
				problemOf(await desk.saveItem(name, broken)),
			);
			await forEachRole(room, {right, what: `remove ${list}`}, async desk =>
				problemOf(await desk.removeItem(name, 'Mars')),
			);
		}
	});

	it('who is no agent, or no active one, is answered nothing at all', async room => {
		assert.equal(problemOf(await room.as('mallory')), 'not-an-agent');
		const number = await putTicket(room.store);
		const anna = must(await room.as('anna'));
		const told: unknown[] = [];
		must(await anna.ticket(number));
		const chef = must(await room.as('chef'));
		must(await chef.saveAgent({...anAgent('anna'), active: false}));
		anna.on(push => told.push(push));
		for (const [what, [, call]] of Object.entries(verbs))
			assert.equal(problemOf(await call(anna, number)), 'not-an-agent', what);
		must(await chef.perform([{id: 'c', number, action: 'status', input: {status: 'open'}}]));
		must(await chef.present(number, true));
		must(await chef.saveDesk({undoSeconds: 5}));
		await chef.search('x', 1);
		assert.deepEqual(told, []);
		assert.equal(problemOf(await room.as('anna')), 'not-an-agent');
	});
};
