import type {Desk, Removal} from '../../desk/desk.ts';
import type {Result} from '../../domain/result.ts';
import type {Call} from '../command.ts';
import {clearable} from '../input/choice.ts';

/** Removes a queue or project; `--move-to` says where its tickets go, and how many went is told. */
export const removeLabel = async (
	desk: Desk,
	list: 'queues' | 'projects',
	{label, call}: {readonly label: string; readonly call: Call},
): Promise<Result<Removal>> => {
	const moveTo = clearable(call, 'moveTo');
	const removed = await (moveTo === undefined
		? desk.removeItem(list, label)
		: desk.removeItem(list, label, {moveTo}));
	const n = removed.ok ? removed.value.moved.length : 0;
	if (n > 0) call.tell(call.say('cli.section.moved', {n, label: moveTo ?? '-'}));
	return removed;
};
