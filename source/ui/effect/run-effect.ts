import {changeSettings} from '../settings/change-effect.ts';
import {compose, resume} from './compose.ts';
import type {EffectContext} from './context.ts';
import {createTicket} from './create-ticket.ts';
import {importNow, markAll} from './desk-call.ts';
import type {DraftKeeper} from './draft-keeper.ts';
import type {Effect, PerformEffect} from './effect.ts';
import {
	attach,
	checkSeal,
	completePath,
	editOutside,
	openAttachment,
	saveAttachment,
} from './file.ts';
import {perform} from './perform.ts';
import {discardDraft, keepDraft, send} from './send.ts';
import {toast} from './toast.ts';

const performAndResume = async (context: EffectContext, effect: PerformEffect): Promise<void> => {
	const [outcome] = await perform(context, effect);
	if (effect.isSend && effect.mode === 'undo' && outcome?.ok === true)
		await resume(context, outcome.number);
};

const copy = ({terminal, store}: EffectContext, effect: Extract<Effect, {type: 'copy'}>): void =>
	store.dispatch(
		terminal.copy(effect.text)
			? toast('ok', effect.label)
			: toast('warn', {key: 'fault.clipboard', params: {text: effect.text}}),
	);

/** Whether a text is there to write in when the effect is through: keys typed ahead belong to it. */
export const opensText = (effect: Effect): boolean =>
	['compose', 'resume', 'create-ticket'].includes(effect.type) ||
	(effect.type === 'perform' && effect.isSend && effect.mode === 'undo');

/** Starts an effect. It never throws for an expected failure: those are said in the status line. */
export const runEffect = async (
	context: EffectContext,
	keeper: DraftKeeper,
	effect: Effect,
): Promise<void> => {
	switch (effect.type) {
		case 'perform':
			return performAndResume(context, effect);
		case 'compose':
			return compose(context, effect);
		case 'create-ticket':
			return createTicket(context, effect.channel);
		case 'follow-ticket':
			return context.store.dispatch({
				type: 'ticket-opened',
				number: effect.number,
				pane: 'ticket',
			});
		case 'resume':
			return resume(context, effect.number);
		case 'send':
			return send(context, keeper, effect);
		case 'keep-draft':
			return keepDraft(context, keeper);
		case 'discard-draft':
			return discardDraft(context, keeper);
		case 'edit-outside':
			return editOutside(context);
		case 'attach':
			return attach(context, effect.path);
		case 'complete-path':
			return completePath(context, effect.path);
		case 'open-attachment':
			return openAttachment(context, effect.place);
		case 'check-seal':
			return checkSeal(context, effect);
		case 'save-attachment':
			return saveAttachment(context, effect.place, effect.path);
		case 'copy':
			return copy(context, effect);
		case 'mark-all':
			return markAll(context);
		case 'import':
			return importNow(context);
		case 'settings-change':
			return changeSettings(context, effect);
		case 'run': {
			for (const event of await effect.run(context)) context.store.dispatch(event);
			return;
		}
		case 'redraw':
			return context.terminal.redraw();
		case 'suspend':
			return context.terminal.suspend();
		case 'quit':
			return context.terminal.quit();
	}
};
