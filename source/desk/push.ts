import type {PassReport} from '../domain/account/account.ts';
import type {LateImport} from '../domain/job-report.ts';
import type {Problem} from '../domain/problem.ts';
import type {TabCounts} from './desk.ts';

/** What a client is told without asking. */
export type Push =
	/** Lists changed; ask for the window again. Sent at most a few times a second. */
	| {readonly kind: 'list'; readonly seq: number; readonly counts: TabCounts}
	| {readonly kind: 'ticket'; readonly number: string; readonly revision: number}
	| {
			readonly kind: 'presence';
			readonly number: string;
			readonly viewing: readonly string[];
			readonly writing: readonly string[];
	  }
	| {readonly kind: 'settings'}
	| {
			readonly kind: 'import';
			readonly account: string;
			readonly done: number;
			readonly total: number;
			readonly report: PassReport | null;
	  }
	/** Accounts without a successful import for longer than the jobs allow: all that are late now. */
	| {readonly kind: 'late'; readonly late: readonly LateImport[]}
	| {
			readonly kind: 'outbox';
			readonly number: string;
			readonly message: string;
			readonly state: string;
			readonly error: string | null;
			readonly code: string | null;
			/** Login of who wrote it; null for a mail that the desk wrote. */
			readonly author: string | null;
	  }
	/** Made by the client: the service is gone, or back (then everything is to be asked anew). */
	| {
			readonly kind: 'connection';
			readonly state: 'lost' | 'back' | 'ended';
			readonly problem: Problem | null;
	  };
