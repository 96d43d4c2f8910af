import type {Look} from '../part/look.ts';
import type {PickerItem} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {verbItem} from './fields.ts';
import {mergeVerbs} from './merge.ts';
import {purgeVerb} from './status.ts';
import {templateReplyVerbs} from './template-reply.ts';

/** The lines of the batch menu that open a menu of their own or ask (product.md §4). */
export const furtherBatchItems = (place: {
	readonly state: State;
	readonly look: Look;
}): readonly PickerItem[] => [
	...verbItem(place, 'status', {letter: 'o'}),
	...verbItem(place, 'assign', {letter: 'a'}),
	...verbItem(place, 'queue', {letter: 'm'}),
	...verbItem(place, 'project', {letter: 'j'}),
	...verbItem(place, 'tags', {letter: 't'}),
	...verbItem(place, 'snooze', {letter: 'z'}),
	...verbItem(place, 'templateReply', {letter: 'e', from: templateReplyVerbs}),
	...verbItem(place, 'merge', {letter: 'M', from: mergeVerbs}),
	...verbItem(place, 'purge', {letter: 'd', from: [purgeVerb]}),
];
