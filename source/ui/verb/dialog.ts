import type {DialogState, Reaction} from '../state/overlay-state.ts';

/** Asks before something that cannot be taken back. Only the named key or text confirms. */
export const openDialog = (dialog: Omit<DialogState, 'kind' | 'typed'>): Reaction => ({
	events: [{type: 'overlay-opened', overlay: {kind: 'dialog', typed: '', ...dialog}}],
});
