import {type Agent, type Role, roles} from '../../domain/agent.ts';
import {textFlag} from '../command.ts';
import {onOff, switched} from '../input/choice.ts';
import type {Section} from '../section/section.ts';
import {sectionCommand} from '../section/section-command.ts';

const section: Section<Agent> = {
	summary: 'cli.agent',
	keyName: 'LOGIN',
	flags: {
		name: {type: 'string'},
		role: {type: 'string'},
		active: {type: 'string'},
		signature: {type: 'string'},
	},
	choices: {role: roles, active: onOff},
	items: me => me.agents,
	keyOf: agent => agent.login,
	head: ['cli.section.login', 'cli.section.name', 'cli.section.role', 'cli.section.active'],
	cells: agent => [agent.login, agent.name, agent.role, agent.active ? 'on' : 'off'],
	unknown: agent => ({name: 'agent-unknown', details: {agent}}),
	build: (call, login, before) => ({
		login,
		name: textFlag(call, 'name') ?? before?.name ?? login,
		role: (textFlag(call, 'role') as Role | null) ?? before?.role ?? 'agent',
		active: switched(call, 'active') ?? before?.active ?? true,
		signature: textFlag(call, 'signature') ?? before?.signature ?? '',
	}),
	save: (desk, agent) => desk.saveAgent(agent),
	remove: (desk, agent) => desk.removeAgent(agent.login),
};

/** Agents (Mitarbeiter), each bound to a Unix login. */
export const agent = sectionCommand(section);
