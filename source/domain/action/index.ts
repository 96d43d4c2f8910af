import type {Action} from './action.ts';
import {applyRules} from './apply-rules.ts';
import {archiveUnread} from './archive-unread.ts';
import {assign} from './assign.ts';
import {callBack} from './call-back.ts';
import {claim} from './claim.ts';
import {comment} from './comment.ts';
import {deleteForGood} from './delete.ts';
import {discardDraft} from './discard-draft.ts';
import {draft} from './draft.ts';
import {link} from './link.ts';
import {merge} from './merge.ts';
import {personal} from './personal.ts';
import {prio} from './prio.ts';
import {privateFlag} from './private.ts';
import {project} from './project.ts';
import {queue} from './queue.ts';
import {read} from './read.ts';
import {record} from './record.ts';
import {requester} from './requester.ts';
import {restore} from './restore.ts';
import {retrySend} from './retry-send.ts';
import {snooze} from './snooze.ts';
import {spam} from './spam.ts';
import {split} from './split.ts';
import {star} from './star.ts';
import {status} from './status.ts';
import {subject} from './subject.ts';
import {tags} from './tags.ts';
import {uncomment} from './uncomment.ts';
import {unmerge} from './unmerge.ts';
import {unrecord} from './unrecord.ts';

/** Everything an agent can do to a ticket. Keys, palette, batch menu and command line read this list. */
export const actions: readonly Action[] = [
	status,
	assign,
	claim,
	queue,
	project,
	prio,
	personal,
	privateFlag,
	star,
	tags,
	snooze,
	subject,
	requester,
	read,
	comment,
	uncomment,
	draft,
	discardDraft,
	spam,
	archiveUnread,
	applyRules,
	restore,
	callBack,
	retrySend,
	link,
	record,
	unrecord,
	merge,
	unmerge,
	split,
	deleteForGood,
];

export const actionByName: ReadonlyMap<string, Action> = new Map(
	actions.map(action => [action.name, action]),
);
