import {answer, misused, withDesk} from '../answer.ts';
import {type Call, type Command, isSet} from '../command.ts';
import {exitCode} from '../exit-code.ts';
import {printJson} from '../output/json.ts';
import {printRows} from '../output/rows.ts';
import {silenceWords} from '../output/silences.ts';

const verbs = ['list', 'remove'];

const list = (call: Call): Promise<number> =>
	withDesk(call, async desk => {
		const head = [call.say('cli.section.address'), call.say('cli.silenced.why')];
		return answer(call, await desk.status(), ({silenced: silences}) => {
			const rows = silences.map(silence => [silence.address, silenceWords(call, silence)]);
			if (isSet(call, 'json')) printJson(call, silences);
			else printRows(call, {head, rows});
		});
	});

const remove = (call: Call, addresses: readonly string[]): Promise<number> =>
	withDesk(call, async desk => {
		for (const address of addresses) {
			const removed = await desk.unsilence(address);
			if (!removed.ok) return answer(call, removed, () => undefined);
		}
		return exitCode.done;
	});

/** Addresses that get no automatic mail for a while; `remove` ends that. */
export const silenced: Command = {
	usage: '[list | remove ADDRESS …]',
	summary: 'cli.silenced',
	flags: {json: {type: 'boolean'}},
	run: async call => {
		const [verb = 'list', ...addresses] = call.args;
		const {say} = call;
		if (!verbs.includes(verb))
			return misused(call, say('cli.verb-unknown', {value: verb, verbs: verbs.join(', ')}));
		if (verb === 'list')
			return addresses.length > 0 ? misused(call, say('cli.section.no-keys', {verb})) : list(call);
		return addresses.length === 0
			? misused(call, say('cli.section.key-missing', {key: 'ADDRESS', verb}))
			: remove(call, addresses);
	},
};
