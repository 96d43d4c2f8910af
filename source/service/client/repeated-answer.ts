import type {Outcome} from '../../desk/desk.ts';
import {isRecord} from '../../domain/is-record.ts';
import type {Problem} from '../../domain/problem.ts';
import {ok, type Result} from '../../domain/result.ts';
import type {Call} from '../protocol.ts';

/** Which of its arguments names what a call removes. */
const removedAt: Readonly<Record<string, number>> = {
	removeItem: 1,
	removeAccount: 0,
	removeAgent: 0,
};

/** What these calls say when it is not there; about anything else it is another failure. */
const gone: ReadonlySet<string> = new Set([
	'queue-unknown',
	'account-unknown',
	'agent-unknown',
	'input-invalid',
]);

const isGone = ({call, args}: Call, {name, details}: Problem): boolean => {
	const at = removedAt[call];
	return at !== undefined && gone.has(name) && Object.values(details).some(one => one === args[at]);
};

const isDelete = (command: unknown): boolean => isRecord(command) && command['action'] === 'delete';

const performed = (commands: unknown, outcomes: readonly Outcome[]): readonly Outcome[] =>
	outcomes.map((outcome, index) => {
		const command: unknown = Array.isArray(commands) ? commands[index] : null;
		const isMissing = !outcome.ok && outcome.problem.name === 'ticket-missing';
		if (!isMissing || !isDelete(command)) return outcome;
		return {ok: true, number: outcome.number, revision: 0, undo: null};
	});

/**
 * What the answer to a call means that was made twice, because the service died before it answered the
 * first time: what is gone by now had been removed then, so it is no failure.
 */
export const repeatedAnswer = (asked: Call, result: Result<unknown>): Result<unknown> => {
	if (!result.ok) return isGone(asked, result.problem) ? ok(null) : result;
	if (asked.call !== 'perform') return result;
	return ok(performed(asked.args[0], result.value as readonly Outcome[]));
};
