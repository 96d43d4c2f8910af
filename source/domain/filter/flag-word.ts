import {isSnoozed} from '../list/in-tab.ts';
import {inInbox} from '../status.ts';
import type {Summary} from '../summary.ts';
import {isStarred} from '../ticket.ts';

export type FilterContext = {
	/** Login of who filters. */
	readonly me: string;
	/** ISO time. */
	readonly now: string;
};

export type Predicate = (summary: Summary) => boolean;

type Flag = {
	readonly words: readonly string[];
	readonly test: (summary: Summary, context: FilterContext) => boolean;
};

/** What can stand behind `is:`/`ist:` and `has:`/`hat:`, beside every status. */
const flags: readonly Flag[] = [
	{words: ['unread', 'ungelesen'], test: summary => summary.unread},
	{words: ['read', 'gelesen'], test: summary => !summary.unread},
	{words: ['prio', 'priority'], test: summary => summary.prio},
	{words: ['personal', 'persönlich', 'persoenlich'], test: summary => summary.personal !== null},
	{words: ['private', 'privat'], test: summary => summary.private !== null},
	{words: ['star', 'starred', 'stern'], test: (summary, {me}) => isStarred(summary, me)},
	{words: ['snoozed', 'wiedervorlage'], test: (summary, {now}) => isSnoozed(summary, now)},
	{words: ['mine', 'meins', 'meine'], test: (summary, {me}) => summary.assignee === me},
	{words: ['assigned', 'zugewiesen'], test: summary => summary.assignee !== null},
	{words: ['unassigned', 'frei'], test: summary => summary.assignee === null},
	{words: ['active', 'aktiv'], test: summary => inInbox(summary.status)},
	{words: ['attachment', 'anhang'], test: summary => summary.attachments > 0},
	{words: ['comment', 'kommentar'], test: summary => summary.comments > 0},
	{words: ['draft', 'entwurf'], test: (summary, {me}) => summary.drafts.includes(me)},
	{
		words: ['failed', 'fehler'],
		test: summary => summary.outbox.some(mark => mark.state === 'failed'),
	},
];

/** The test a word stands for, null for an unknown one. */
export const flagTest = (word: string, context: FilterContext): Predicate | null => {
	const flag = flags.find(candidate => candidate.words.includes(word.toLowerCase()));
	return flag ? summary => flag.test(summary, context) : null;
};

/** Whether a word may become one of these when it is typed on. */
export const beginsFlag = (word: string): boolean =>
	flags.some(({words}) => words.some(candidate => candidate.startsWith(word.toLowerCase())));
