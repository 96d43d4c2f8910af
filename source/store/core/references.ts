import type {Ticket} from '../../domain/ticket.ts';
import type {State} from './state.ts';

/** What a ticket names and the desk does not know, one line each. */
export const missingReferences = (state: State, ticket: Ticket): readonly string[] => {
	const {desk, agents, accounts, summaries} = state;
	const lines: string[] = [];
	const expect = (known: boolean, text: string): void => {
		if (!known) lines.push(text);
	};
	if (ticket.queue !== null) {
		const key = ticket.queue.toLowerCase();
		expect(
			desk.queues.some(queue => queue.label.toLowerCase() === key),
			`queue ${ticket.queue}`,
		);
	}
	if (ticket.project !== null) {
		expect(
			desk.projects.some(project => project.label === ticket.project),
			`project ${ticket.project}`,
		);
	}
	if (ticket.assignee !== null) {
		expect(
			agents.agents.some(agent => agent.login === ticket.assignee),
			`agent ${ticket.assignee}`,
		);
	}
	if (ticket.account !== null) expect(accounts.has(ticket.account), `account ${ticket.account}`);
	for (const {number} of ticket.links) expect(summaries.has(number), `ticket ${number}`);
	return lines;
};
