import {accountVerbs} from './account.ts';
import {assignVerbs} from './assign.ts';
import {attachVerbs} from './attach.ts';
import {attachmentVerbs} from './attachment.ts';
import {composeVerbs} from './compose.ts';
import {createVerbs} from './create.ts';
import {deskVerbs} from './desk.ts';
import {failureVerbs} from './failures.ts';
import {fieldVerbs} from './fields.ts';
import {findVerbs} from './find.ts';
import {flagVerbs} from './flag.ts';
import {formVerbs} from './form.ts';
import {heldVerbs} from './held.ts';
import {jobVerbs} from './job.ts';
import {linkVerbs} from './link.ts';
import {markVerbs} from './mark.ts';
import {mergeVerbs} from './merge.ts';
import {moveVerbs} from './move.ts';
import {openVerbs} from './open.ts';
import {queueVerbs} from './queue.ts';
import {readVerbs} from './read.ts';
import {reviewVerbs} from './review.ts';
import {ruleVerbs} from './rule.ts';
import {senderVerbs} from './sender.ts';
import {settingItemVerbs} from './setting-item.ts';
import {settingsVerbs} from './settings.ts';
import {setupVerbs} from './setup.ts';
import {snoozeVerbs} from './snooze.ts';
import {splitVerbs} from './split.ts';
import {statusVerbs} from './status.ts';
import {tagVerbs} from './tag.ts';
import {templateVerbs} from './template.ts';
import {templateReplyVerbs} from './template-reply.ts';
import {textVerbs} from './text.ts';
import {undoVerbs} from './undo.ts';
import type {Verb} from './verb.ts';
import {viewVerbs} from './view.ts';
import {writeVerbs} from './write.ts';

/** Everything a person can do on the screen, in the order of help and palette. */
export const verbs: readonly Verb[] = [
	...openVerbs,
	...moveVerbs,
	...readVerbs,
	...attachmentVerbs,
	...writeVerbs,
	...createVerbs,
	...statusVerbs,
	...assignVerbs,
	...queueVerbs,
	...fieldVerbs,
	...tagVerbs,
	...flagVerbs,
	...ruleVerbs,
	...snoozeVerbs,
	...mergeVerbs,
	...linkVerbs,
	...splitVerbs,
	...markVerbs,
	...failureVerbs,
	...findVerbs,
	...viewVerbs,
	...undoVerbs,
	...textVerbs,
	...composeVerbs,
	...attachVerbs,
	...senderVerbs,
	...reviewVerbs,
	...templateVerbs,
	...templateReplyVerbs,
	...deskVerbs,
	...settingItemVerbs,
	...settingsVerbs,
	...setupVerbs,
	...accountVerbs,
	...jobVerbs,
	...heldVerbs,
	...formVerbs,
];

export const verbByName: ReadonlyMap<string, Verb> = new Map(verbs.map(verb => [verb.name, verb]));
