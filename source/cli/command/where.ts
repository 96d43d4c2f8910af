import type {Command} from '../command.ts';
import {exitCode} from '../exit-code.ts';
import {placeOf} from '../place.ts';

/** Says where things are kept. */
export const where: Command = {
	usage: '',
	summary: 'cli.where',
	flags: {},
	run: async ({env, say, print, dataFolder, config, state}) => {
		const {cache} = placeOf(env, dataFolder);
		print(`${say('cli.where.data')}\t${dataFolder}`);
		print(`${say('cli.where.config')}\t${config}`);
		print(`${say('cli.where.state')}\t${state}`);
		print(`${say('cli.where.cache')}\t${cache}`);
		return exitCode.done;
	},
};
