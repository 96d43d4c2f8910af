import type {AccountDocument} from '../../domain/account/account.ts';
import type {Clock} from '../../domain/clock.ts';
import type {AgentsDocument, DeskDocument} from '../../domain/desk-document.ts';
import type {IntakeDocument} from '../../domain/receive/intake-document.ts';
import type {Summary} from '../../domain/summary.ts';
import type {Cache} from '../cache/open-cache.ts';
import type {Shelf, Stamp} from '../shelf.ts';
import type {SummaryListener} from '../store.ts';
import type {Documented} from './documents.ts';
import type {Queue} from './queue.ts';

/** What an open store holds in memory, shared by its parts. Changed only after a commit. */
export type State = {
	readonly shelf: Shelf;
	readonly documents: Documented;
	readonly clock: Clock;
	readonly log: (line: string) => void;
	readonly queue: Queue;
	readonly summaries: Map<string, Summary>;
	readonly intakes: Map<string, IntakeDocument>;
	readonly accounts: Map<string, AccountDocument>;
	/** By path, the version of each settings document that was read or written last. */
	readonly stamps: Map<string, Stamp>;
	/** Tickets whose document cannot be read, by number, with the reason. */
	readonly unreadable: Map<string, string>;
	/** Highest counter that was ever given, by day. */
	readonly counters: Map<string, number>;
	readonly listeners: Set<SummaryListener>;
	readonly settingsListeners: Set<() => void>;
	cache: Cache;
	desk: DeskDocument;
	agents: AgentsDocument;
};
