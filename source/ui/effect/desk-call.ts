import type {EffectContext} from './context.ts';
import {problemToast, toast} from './toast.ts';

/** One pass over the mailboxes now. Results of single accounts come as pushes as well. */
export const importNow = async (context: EffectContext): Promise<void> => {
	const answer = await context.desk.importNow(null);
	if (!answer.ok) return context.store.dispatch(problemToast(answer.problem));
	for (const report of answer.value)
		context.store.dispatch({
			type: 'pushed',
			push: {kind: 'import', account: report.account, done: 0, total: 0, report},
		});
	const n = answer.value.reduce((sum, report) => sum + report.imported + report.followUps, 0);
	if (answer.value.every(report => report.ok))
		context.store.dispatch(toast('ok', {key: 'done.imported', params: {n}}));
};

/** As many as the desk gives at once; more than anybody means to change in one go. */
const mostMarked = 1000;

/** Marks every ticket of the list as it is filtered now. */
export const markAll = async (context: EffectContext): Promise<void> => {
	const {query} = context.store.state().list;
	const answer = await context.desk.window({query, from: 0, count: mostMarked});
	if (!answer.ok) return context.store.dispatch(problemToast(answer.problem));
	const {rows, total} = answer.value;
	context.store.dispatch({type: 'marked', rows});
	if (total > rows.length)
		context.store.dispatch(
			toast('warn', {key: 'done.marked', params: {n: rows.length, of: total}}),
		);
};
