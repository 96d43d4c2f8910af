import type {Command, Outcome} from '../../desk/desk.ts';
import type {TicketStep} from '../state/undo-state.ts';
import type {EffectContext} from './context.ts';
import type {PerformEffect} from './effect.ts';

/** So many commands go to the desk at once; a batch of thousands must not hold up the others. */
const chunkSize = 100;

const commandsOf = (steps: readonly TicketStep[], newId: () => string): readonly Command[] =>
	steps.map(({number, action, input}) => ({id: newId(), number, action, input}));

/** Performs steps in their order. A call that fails as a whole fails each of its tickets. */
export const performSteps = async (
	{desk, newId}: Pick<EffectContext, 'desk' | 'newId'>,
	steps: readonly TicketStep[],
): Promise<readonly Outcome[]> => {
	const outcomes: Outcome[] = [];
	for (let at = 0; at < steps.length; at += chunkSize) {
		const chunk = steps.slice(at, at + chunkSize);
		const answer = await desk.perform(commandsOf(chunk, newId));
		const failed = ({number}: TicketStep): Outcome => ({
			ok: false,
			number,
			problem: answer.ok ? {name: 'action-unavailable', details: {}} : answer.problem,
		});
		for (const outcome of answer.ok ? answer.value : chunk.map(failed)) outcomes.push(outcome);
	}
	return outcomes;
};

/** Performs an action of the agent, or its way back, and says what came of it. */
export const perform = async (
	context: EffectContext,
	effect: PerformEffect,
): Promise<readonly Outcome[]> => {
	const {away} = context.store.state().marks;
	const outcomes = await performSteps(context, effect.steps);
	context.store.dispatch({
		type: 'performed',
		label: effect.label,
		mode: effect.mode,
		outcomes,
		repeatable: effect.repeatable,
		away,
		isSend: effect.isSend,
		...(effect.offer === undefined ? {} : {offer: effect.offer}),
	});
	const gone = new Set(
		effect.steps.filter(step => step.action === 'delete').map(({number}) => number),
	);
	const open = context.store.state().ticket?.number;
	if (open !== undefined && gone.has(open)) context.store.dispatch({type: 'ticket-closed'});
	return outcomes;
};
