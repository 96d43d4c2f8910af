import {randomUUID} from 'node:crypto';
import {misused, withDesk} from '../answer.ts';
import type {Command} from '../command.ts';
import {exitCode} from '../exit-code.ts';
import {ticketNumbers} from '../input/numbers.ts';
import {performAll} from '../output/perform-all.ts';

/** Merges all further tickets into the first one. */
export const merge: Command = {
	usage: 'NUMBER NUMBER …',
	summary: 'cli.merge',
	flags: {},
	run: async call => {
		if (call.args.length < 2) return misused(call, call.say('cli.two-numbers-wanted'));
		const numbers = ticketNumbers(call);
		if (numbers === null) return exitCode.failed;
		const [into, ...others] = numbers;
		const commands = others.map(number => ({
			id: randomUUID(),
			number,
			action: 'merge',
			input: {into},
		}));
		return commands.length === 0
			? misused(call, call.say('cli.two-numbers-wanted'))
			: withDesk(call, desk => performAll(call, desk, commands));
	},
};

/** Takes tickets that were merged out again, with the mails that came from them. */
export const unmerge: Command = {
	usage: 'NUMBER …',
	summary: 'cli.unmerge',
	flags: {},
	run: async call => {
		if (call.args.length === 0) return misused(call, call.say('cli.number-missing'));
		const numbers = ticketNumbers(call);
		if (numbers === null) return exitCode.failed;
		const commands = numbers.map(number => ({
			id: randomUUID(),
			number,
			action: 'unmerge',
			input: {},
		}));
		return withDesk(call, desk => performAll(call, desk, commands));
	},
};
