import type {PickerItem, PickerState, Reaction} from '../state/overlay-state.ts';
import type {Words} from '../state/undo-state.ts';

/** Opens a menu at its first line, or at the line of the present value. */
export const openPicker = (
	title: Words,
	items: readonly PickerItem[],
	options: Partial<Pick<PickerState, 'index' | 'typed' | 'hint'>> = {},
): Reaction => ({
	events: [
		{
			type: 'overlay-opened',
			overlay: {
				kind: 'picker',
				title,
				items,
				query: '',
				isTyping: false,
				index: Math.max(0, options.index ?? 0),
				typed: options.typed ?? null,
				hint: options.hint ?? null,
			},
		},
	],
});

/** A line of a menu. */
export const item = (
	label: PickerItem['label'],
	reaction: Reaction | null,
	more: {readonly letter?: string; readonly note?: PickerItem['note']} = {},
): PickerItem => ({label, reaction, letter: more.letter ?? '', note: more.note ?? null});

/** The letter of the nth line of a menu that is chosen by its digit; none after the ninth. */
export const digit = (index: number): string => (index < 9 ? String(index + 1) : '');

/** The note beside the line of the present value. */
export const nowNote = (isNow: boolean): PickerItem['note'] => (isNow ? {key: 'picker.now'} : null);
