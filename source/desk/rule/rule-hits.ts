import {ok} from '../../domain/result.ts';
import type {DeskParts} from '../parts.ts';

/** Milliseconds between two writes: an import of thousands must not sync the settings for each mail. */
const writePause = 5000;

export type RuleHits = {
	/** One more hit for each of these rules. */
	readonly add: (rules: readonly string[]) => void;
	/** Writes what is still only counted, and counts no further. */
	readonly end: () => Promise<void>;
};

/** Counts what rules hit; `desk.json` gets the counts every few seconds and at the end. */
export const createRuleHits = ({store, log}: Pick<DeskParts, 'store' | 'log'>): RuleHits => {
	const waiting = new Map<string, number>();
	let timer: NodeJS.Timeout | null = null;
	let writing: Promise<void> = Promise.resolve();
	let ended = false;

	const write = async (): Promise<void> => {
		const counted = new Map(waiting);
		waiting.clear();
		if (counted.size === 0) return;
		const written = await store.changeDesk(document =>
			ok({
				...document,
				rules: document.rules.map(rule => {
					const more = counted.get(rule.id);
					return more === undefined ? rule : {...rule, hits: rule.hits + more};
				}),
			}),
		);
		if (written.ok) return;
		log(`rule hits: ${written.problem.name}`);
		count(counted);
	};

	const count = (more: ReadonlyMap<string, number>): void => {
		for (const [rule, n] of more) waiting.set(rule, (waiting.get(rule) ?? 0) + n);
	};

	const flush = (): Promise<void> => {
		if (timer) clearTimeout(timer);
		timer = null;
		writing = writing.then(write);
		return writing;
	};

	return {
		add: rules => {
			count(new Map(rules.map(rule => [rule, 1])));
			if (!ended && waiting.size > 0) timer ??= setTimeout(() => void flush(), writePause).unref();
		},
		end: () => {
			ended = true;
			return flush();
		},
	};
};
