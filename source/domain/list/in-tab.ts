import {inInbox} from '../status.ts';
import type {Summary} from '../summary.ts';
import type {Viewer} from '../viewer.ts';
import {maySee} from '../visibility.ts';
import type {TabName} from './tab.ts';

/** Whether a ticket still waits for its Wiedervorlage. Both times are ISO in UTC. */
export const isSnoozed = (summary: Summary, now: string): boolean =>
	summary.snoozedUntil !== null && summary.snoozedUntil > now;

const isMine = (summary: Summary, viewer: Viewer): boolean =>
	summary.assignee === viewer.login ||
	summary.personal === viewer.login ||
	(summary.queue !== null && viewer.ownQueues.has(summary.queue));

/** What one may not read one cannot work on, whatever its queue. */
const mayWorkOn = (summary: Summary, viewer: Viewer): boolean =>
	maySee(summary, viewer) &&
	(summary.assignee === viewer.login ||
		summary.queue === null ||
		!viewer.othersQueues.has(summary.queue));

/**
 * Whether a ticket stands in a tab of this agent (product.md §3) at the ISO time `now`. Inbox: not
 * finished, not snoozed, not kept as personal by somebody else. Mine: not finished, and assigned to
 * me, flagged by me or in a queue of mine. Open: tickets in work that I may work on. A ticket that
 * was merged into another stands in the archive alone.
 */
export const inTab = (summary: Summary, tab: TabName, viewer: Viewer, now: string): boolean => {
	if (tab === 'archive') return true;
	if (summary.mergedInto !== undefined) return false;
	switch (tab) {
		case 'inbox':
			return (
				inInbox(summary.status) &&
				!isSnoozed(summary, now) &&
				(summary.personal === null || summary.personal === viewer.login)
			);
		case 'mine':
			return inInbox(summary.status) && isMine(summary, viewer);
		case 'open':
			return summary.status === 'open' && mayWorkOn(summary, viewer);
		default:
			return summary.status === tab;
	}
};
