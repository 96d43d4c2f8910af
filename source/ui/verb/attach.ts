import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {askPath} from './ask-path.ts';
import {notInComment} from './compose.ts';
import {digit, item, openPicker} from './picker.ts';
import {defineVerb, type Verb} from './verb.ts';

const detachMenu = (state: State): Reaction =>
	openPicker(
		{key: 'picker.detach'},
		(state.composer?.attachments ?? []).map((attachment, index) =>
			item(attachment.name, {events: [{type: 'composer-detached', index}]}, {letter: digit(index)}),
		),
	);

const scopes = ['compose', 'review'] as const;

/** Files that go with a mail. */
export const attachVerbs: readonly Verb[] = [
	defineVerb({
		name: 'attach',
		group: 'write',
		scopes,
		hint: {compose: 40, review: 40},
		available: notInComment,
		run: () => askPath({attach: true}, '~/'),
	}),
	defineVerb({
		name: 'detach',
		group: 'write',
		scopes,
		available: state =>
			(state.composer?.attachments.length ?? 0) === 0 ? 'reason.noAttachments' : true,
		run: detachMenu,
	}),
];
