import type {Desk, PersonalData} from '../../desk/desk.ts';
import {misused, refuse, withDesk} from '../answer.ts';
import {type Call, type Command, isSet, textFlag} from '../command.ts';
import {exitCode} from '../exit-code.ts';
import {readLine} from '../input/read-line.ts';
import {printJson} from '../output/json.ts';

/** Says what would go, what stays because others are in it, and what is not touched. */
const tellPlan = (call: Call, address: string, {alone, shared}: PersonalData): void => {
	call.tell(call.say('cli.erase.alone', {n: alone.length, address, numbers: alone.join(' ')}));
	if (shared.length > 0)
		call.tell(call.say('cli.erase.shared', {n: shared.length, numbers: shared.join(' ')}));
	call.tell(call.say('cli.erase.beyond'));
};

/** On a terminal the address is typed once more; elsewhere only `--yes` erases. */
const isMeant = async (call: Call, address: string): Promise<boolean> => {
	if (isSet(call, 'yes')) return true;
	if (!call.stdin.isTTY) return false;
	call.tell(call.say('cli.erase.ask', {address}));
	return (await readLine(call)).trim().toLowerCase() === address.toLowerCase();
};

const eraseNow = async (call: Call, desk: Desk, address: string): Promise<number> => {
	const data = await desk.personalData(address);
	if (!data.ok) return refuse(call, data.problem);
	tellPlan(call, address, data.value);
	if (!(await isMeant(call, address))) {
		if (isSet(call, 'json')) printJson(call, {erased: false, ...data.value});
		call.tell(call.say('cli.erase.nothing'));
		return exitCode.done;
	}
	const erased = await desk.eraseAddress(address);
	if (!erased.ok) return refuse(call, erased.problem);
	const {tickets, files} = erased.value;
	if (isSet(call, 'json')) printJson(call, {erased: true, ...erased.value});
	call.tell(call.say('cli.erase.done', {n: tickets.length, files}));
	return exitCode.done;
};

/**
 * Erases what is kept about an address: tickets with nobody else in them, their raw mails and files,
 * and what the cache knew. Without `--yes` it says what it would do, and asks on a terminal.
 */
export const erase: Command = {
	usage: '--address A',
	summary: 'cli.erase',
	flags: {
		address: {type: 'string'},
		yes: {type: 'boolean'},
		json: {type: 'boolean'},
	},
	run: async call => {
		const address = textFlag(call, 'address') ?? '';
		if (address === '') return misused(call, call.say('cli.address-missing'));
		return withDesk(call, desk => eraseNow(call, desk, address));
	},
};
