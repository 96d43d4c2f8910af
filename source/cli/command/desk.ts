import type {Desk} from '../../desk/desk.ts';
import {statusOf} from '../../domain/filter/status-word.ts';
import type {DeskValues} from '../../domain/settings/settings-list.ts';
import type {TextKey} from '../../language/say.ts';
import {answer, misused, refuse, withDesk} from '../answer.ts';
import {type Call, type Command, isSet, numberFlag, textFlag} from '../command.ts';
import {exitCode} from '../exit-code.ts';
import {clearable, onOff, switched, wrongChoice} from '../input/choice.ts';
import {printJson} from '../output/json.ts';
import {printRows} from '../output/rows.ts';

const mebibyte = 1024 * 1024;

/** The values that the flags give, or the text that says which is not understood. */
const valuesOf = (call: Call): Partial<DeskValues> | string => {
	const word = textFlag(call, 'statusAfterReply');
	const status = word === null ? null : statusOf(word);
	if (word !== null && status === null) return call.say('cli.status-unknown', {value: word});
	const name = textFlag(call, 'name');
	const defaultAccount = clearable(call, 'defaultAccount');
	const undoSeconds = numberFlag(call, 'undoSeconds');
	const mebibytes = numberFlag(call, 'maxMailSize');
	const reopenTrash = switched(call, 'reopenTrash');
	return {
		...(name === null ? {} : {name}),
		...(defaultAccount === undefined ? {} : {defaultAccount}),
		...(status === null ? {} : {statusAfterReply: status}),
		...(undoSeconds === null ? {} : {undoSeconds}),
		...(reopenTrash === null ? {} : {reopenTrash}),
		...(mebibytes === null ? {} : {maxMailBytes: Math.round(mebibytes * mebibyte)}),
	};
};

const list = async (call: Call, desk: Desk): Promise<number> =>
	answer(call, await desk.me(), ({desk: found}) => {
		const {name, defaultAccount, statusAfterReply, undoSeconds, reopenTrash, maxMailBytes} = found;
		const {say} = call;
		const values = {
			name,
			defaultAccount,
			statusAfterReply,
			undoSeconds,
			reopenTrash,
			maxMailBytes,
		} satisfies DeskValues;
		if (isSet(call, 'json')) return printJson(call, values);
		// Their units stand in the names of the settings.
		const texts: Readonly<Record<keyof typeof values, string>> = {
			name,
			defaultAccount: defaultAccount ?? '-',
			statusAfterReply: say(`status.${statusAfterReply}`),
			undoSeconds: String(undoSeconds),
			reopenTrash: reopenTrash ? 'on' : 'off',
			maxMailBytes: String(Math.round(maxMailBytes / mebibyte)),
		};
		printRows(call, {
			head: [say('settings.setting'), say('settings.value')],
			rows: Object.entries(texts).map(([key, text]) => [
				say(`settings.desk.${key}` as TextKey),
				text,
			]),
		});
	});

const misuseOf = (call: Call): string | null => {
	const [verb = 'list', ...rest] = call.args;
	if (verb !== 'list' && verb !== 'set')
		return call.say('cli.verb-unknown', {value: verb, verbs: 'list, set'});
	if (rest.length > 0) return call.say('cli.section.no-keys', {verb});
	return wrongChoice(call, {reopenTrash: onOff});
};

/** The settings that the whole desk has one of: name, default account, what happens after an answer. */
export const desk: Command = {
	usage: '[list | set]',
	summary: 'cli.desk',
	flags: {
		name: {type: 'string'},
		defaultAccount: {type: 'string'},
		statusAfterReply: {type: 'string'},
		undoSeconds: {type: 'number'},
		reopenTrash: {type: 'string'},
		maxMailSize: {type: 'number'},
		json: {type: 'boolean'},
	},
	run: async call => {
		const misuse = misuseOf(call);
		if (misuse !== null) return misused(call, misuse);
		const values = valuesOf(call);
		if (typeof values === 'string') return misused(call, values);
		return withDesk(call, async connected => {
			if (call.args[0] !== 'set') return list(call, connected);
			if (Object.keys(values).length === 0) return misused(call, call.say('cli.desk.nothing'));
			const saved = await connected.saveDesk(values);
			return saved.ok ? exitCode.done : refuse(call, saved.problem);
		});
	},
};
