import type {Desk} from '../../desk/desk.ts';
import type {Problem} from '../../domain/problem.ts';
import type {IntakeDocument} from '../../domain/receive/intake-document.ts';
import {sayProblemLine} from '../../language/problem.ts';
import {answer, misused, withDesk} from '../answer.ts';
import {type Call, type Command, isSet} from '../command.ts';
import {exitCode} from '../exit-code.ts';
import {printJson} from '../output/json.ts';
import {receivedLine} from '../output/received-line.ts';
import {printRows} from '../output/rows.ts';
import {writeBytes} from '../output/write-bytes.ts';

const show = (call: Call, documents: readonly IntakeDocument[]): void => {
	const {say} = call;
	printRows(call, {
		head: ['Id', say('field.date'), say('field.account'), say('cli.quarantine.reason')],
		rows: documents.map(one => [one.id, one.at, one.origin.account, one.reason]),
	});
};

/** One mail; null when it is done, else what stands against it. */
const retry = async (call: Call, desk: Desk, id: string): Promise<Problem | null> => {
	const again = await desk.retryIntake(id);
	if (again.ok) call.print(receivedLine(again.value));
	return again.ok ? null : again.problem;
};

/** Makes a ticket of it as it is. */
const accept = async (call: Call, desk: Desk, id: string): Promise<Problem | null> => {
	const made = await desk.acceptIntake(id);
	if (made.ok) call.print(receivedLine(made.value));
	return made.ok ? null : made.problem;
};

/** The mail as it came: bytes, for a file or another program. */
const raw = async (call: Call, desk: Desk, id: string): Promise<Problem | null> => {
	const bytes = await desk.intakeRaw(id);
	if (bytes.ok) await writeBytes(call, bytes.value);
	return bytes.ok ? null : bytes.problem;
};

const discard = async (_call: Call, desk: Desk, id: string): Promise<Problem | null> => {
	const gone = await desk.discardIntake(id);
	return gone.ok ? null : gone.problem;
};

const verbs: ReadonlyMap<string, typeof retry> = new Map([
	['retry', retry],
	['accept', accept],
	['raw', raw],
	['discard', discard],
]);

/** Mails that could not be read: shows them, reads them again, makes tickets of them, gives them up. */
export const quarantine: Command = {
	usage: '[list | retry ID … | accept ID … | raw ID | discard ID …]',
	summary: 'cli.quarantine',
	flags: {json: {type: 'boolean'}},
	run: async call => {
		const [verb = 'list', ...ids] = call.args;
		if (verb === 'list')
			return withDesk(call, async desk =>
				answer(call, await desk.quarantine(), documents =>
					isSet(call, 'json') ? printJson(call, documents) : show(call, documents),
				),
			);
		const change = verbs.get(verb);
		if (change === undefined) {
			const words = {value: verb, verbs: ['list', ...verbs.keys()].join(', ')};
			return misused(call, call.say('cli.verb-unknown', words));
		}
		if (ids.length === 0) return misused(call, call.say('cli.id-missing'));
		return withDesk(call, async desk => {
			let code: number = exitCode.done;
			for (const id of ids) {
				const problem = await change(call, desk, id);
				if (problem === null) continue;
				call.tell(`raute: ${id}: ${sayProblemLine(call.say, problem)}`);
				code = exitCode.failed;
			}
			return code;
		});
	},
};
