import {assignVerbs} from './assign.ts';
import {composeVerbs} from './compose.ts';
import {deskVerbs} from './desk.ts';
import {findVerbs} from './find.ts';
import {flagVerbs} from './flag.ts';
import {formVerbs} from './form.ts';
import {heldVerbs} from './held.ts';
import {jobVerbs} from './job.ts';
import {markVerbs} from './mark.ts';
import {moveVerbs} from './move.ts';
import {openVerbs} from './open.ts';
import {readVerbs} from './read.ts';
import {ruleVerbs} from './rule.ts';
import {settingsVerbs} from './settings.ts';
import {setupVerbs} from './setup.ts';
import {snoozeVerbs} from './snooze.ts';
import {statusVerbs} from './status.ts';
import {tagVerbs} from './tag.ts';
import {textVerbs} from './text.ts';
import {undoVerbs} from './undo.ts';
import type {Verb} from './verb.ts';
import {writeVerbs} from './write.ts';

/** Everything a person can do on the screen, in the order of help and palette. */
export const verbs: readonly Verb[] = [
	...openVerbs,
	...moveVerbs,
	...readVerbs,
	...writeVerbs,
	...statusVerbs,
	...assignVerbs,
	...tagVerbs,
	...flagVerbs,
	...ruleVerbs,
	...snoozeVerbs,
	...markVerbs,
	...findVerbs,
	...undoVerbs,
	...textVerbs,
	...composeVerbs,
	...deskVerbs,
	...settingsVerbs,
	...setupVerbs,
	...jobVerbs,
	...heldVerbs,
	...formVerbs,
];

export const verbByName: ReadonlyMap<string, Verb> = new Map(verbs.map(verb => [verb.name, verb]));
