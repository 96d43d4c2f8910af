import type {Desk} from '../../desk/desk.ts';

/** So long an answer may take before it is said that one waits for it. Milliseconds. */
const patience = 1500;

/** Nobody waits for these. */
const aside: ReadonlySet<string> = new Set(['present', 'on', 'close', 'stop']);

/**
 * The desk, with a word once while its answer takes long: a service that is stopped or hangs would
 * else be silence, which a listener cannot tell from a program that has nothing to say.
 */
export const patientDesk = (desk: Desk, tellWaiting: () => void): Desk => {
	let pending = 0;
	let timer: NodeJS.Timeout | undefined;
	const watch = (answer: Promise<unknown>): Promise<unknown> => {
		if (pending === 0) timer = setTimeout(tellWaiting, patience);
		pending += 1;
		return answer.finally(() => {
			pending -= 1;
			if (pending === 0) clearTimeout(timer);
		});
	};
	const calls = Object.entries(desk).map(([name, call]) => [
		name,
		typeof call === 'function' && !aside.has(name)
			? (...input: readonly unknown[]) => {
					const answer: unknown = Reflect.apply(call, desk, input);
					return answer instanceof Promise ? watch(answer) : answer;
				}
			: call,
	]);
	return Object.fromEntries(calls) as Desk;
};
