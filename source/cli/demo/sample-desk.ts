import type {Desk} from '../../desk/desk.ts';
import {type Account, newAccount} from '../../domain/account/account.ts';
import type {Agent} from '../../domain/agent.ts';
import type {Queue} from '../../domain/desk-document.ts';
import type {Problem} from '../../domain/problem.ts';

const accountOf = (id: string, name: string, queue: string): Account => ({
	...newAccount(id),
	name,
	address: `${id}@raute.example`,
	smtp: {host: 'localhost', port: 25, tls: 'none', user: '', allowSelfSigned: false},
	password: {kind: 'none'},
	defaultQueue: queue,
	signature: `Raute Messtechnik GmbH\n${id}@raute.example`,
});

/** The three mailboxes the sample mails were sent to. */
export const sampleAccounts: readonly Account[] = [
	accountOf('support', 'Support', 'Support'),
	accountOf('buchhaltung', 'Buchhaltung', 'Buchhaltung'),
	accountOf('verkauf', 'Verkauf', 'Verkauf'),
];

const colleague = (login: string, name: string): Agent => ({
	login,
	name,
	role: 'agent',
	active: true,
	signature: '',
});

const colleagues: readonly Agent[] = [
	colleague('mkrause', 'Malte Krause'),
	colleague('jbrandt', 'Jule Brandt'),
	colleague('tpetersen', 'Tom Petersen'),
];

const queues: readonly Queue[] = [
	{label: 'Support', name: 'Support', responsible: null},
	{label: 'Buchhaltung', name: 'Buchhaltung', responsible: 'jbrandt'},
	{label: 'Verkauf', name: 'Verkauf', responsible: 'tpetersen'},
];

/** Sets up the desk of the demo; the person at the screen is Anna Weber. */
export const furnishDesk = async (desk: Desk): Promise<Problem | null> => {
	const me = await desk.me();
	if (!me.ok) return me.problem;
	const anna: Agent = {...me.value.agent, name: 'Anna Weber', signature: 'Viele Grüße\nAnna Weber'};
	const steps = [
		...[anna, ...colleagues].map(agent => () => desk.saveAgent(agent)),
		...queues.map(queue => () => desk.saveItem('queues', queue)),
		() => desk.saveItem('projects', {label: 'STANDARD', name: 'Standard'}),
		...sampleAccounts.map(account => () => desk.saveAccount(account)),
		() => desk.saveDesk({name: 'Support', defaultAccount: 'support'}),
	];
	for (const step of steps) {
		const done = await step();
		if (!done.ok) return done.problem;
	}
	return null;
};
