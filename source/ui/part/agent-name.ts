import type {Me} from '../../desk/desk.ts';
import {initials} from '../../domain/agent.ts';

type Known = {readonly me: Me | null};

/** What the agent with this login is called; the login where nobody has it any more, '' for nobody. */
export const agentName = ({me}: Known, login: string | null): string =>
	me?.agents.find(agent => agent.login === login)?.name ?? login ?? '';

/** The same in two letters, for narrow columns. */
export const agentInitials = (known: Known, login: string | null): string =>
	initials(agentName(known, login));
