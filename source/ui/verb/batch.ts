import type {PickerItem} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {verbItem} from './fields.ts';
import {mergeVerbs} from './merge.ts';
import {purgeVerb} from './status.ts';
import {templateReplyVerb} from './template.ts';

/** The lines of the batch menu that open a menu of their own or ask (product.md §4). */
export const furtherBatchItems = (state: State): readonly PickerItem[] => [
	...verbItem(state, 'status', {letter: 'o'}),
	...verbItem(state, 'assign', {letter: 'a'}),
	...verbItem(state, 'queue', {letter: 'm'}),
	...verbItem(state, 'project', {letter: 'j'}),
	...verbItem(state, 'tags', {letter: 't'}),
	...verbItem(state, 'snooze', {letter: 'z'}),
	...verbItem(state, 'templateReply', {letter: 'e', from: [templateReplyVerb]}),
	...verbItem(state, 'merge', {letter: 'M', from: mergeVerbs}),
	...verbItem(state, 'purge', {letter: 'd', from: [purgeVerb]}),
];
