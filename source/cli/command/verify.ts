import {isSealed, openedText, type Seal} from '../../domain/receive/seal.ts';
import {checkSeal} from '../../mail/seal/check-seal.ts';
import {misused, refuse, withDesk} from '../answer.ts';
import {type Call, type Command, isSet, textFlag} from '../command.ts';
import {exitCode} from '../exit-code.ts';
import {numberOf} from '../input/numbers.ts';
import {printJson} from '../output/json.ts';

const tell = (call: Call, seal: Seal | null): number => {
	if (isSet(call, 'json')) {
		printJson(call, seal);
	} else if (seal === null) {
		call.print(call.say('seal.none'));
	} else {
		const {state, tool, by} = seal;
		const text = openedText(seal);
		call.print(call.say(`seal.${state}`, {tool, by}));
		if (text !== null) call.print(`\n${text}`);
	}
	return seal?.state === 'bad' ? exitCode.badData : exitCode.done;
};

/**
 * Checks the signature of a ticket's mail, or opens an encrypted one, with the caller's own keys. The
 * last mail that carries a note of either kind, or the one at the given place.
 */
export const verify: Command = {
	usage: 'NUMBER [PLACE]',
	summary: 'cli.verify',
	flags: {json: {type: 'boolean'}, key: {type: 'string'}},
	run: async call => {
		const [wanted, place, ...more] = call.args;
		if (wanted === undefined || more.length > 0) {
			return misused(call, call.say('cli.one-number-wanted'));
		}
		const number = numberOf(wanted);
		if (number === null) return refuse(call, {name: 'ticket-missing', details: {number: wanted}});
		return withDesk(call, async desk => {
			const ticket = await desk.ticket(number);
			if (!ticket.ok) return refuse(call, ticket.problem);
			const {messages} = ticket.value;
			const message =
				place === undefined
					? (messages.findLast(isSealed) ?? messages.at(-1))
					: messages[Number(place) - 1];
			if (!message) return refuse(call, {name: 'message-missing', details: {number}});
			const raw = await desk.raw(number, message.id);
			if (!raw.ok) return refuse(call, raw.problem);
			return tell(call, await checkSeal(Buffer.from(raw.value), {keyFile: textFlag(call, 'key')}));
		});
	},
};
