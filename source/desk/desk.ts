import type {Result} from '../domain/result.ts';
import type {AccountCalls} from './calls/account-calls.ts';
import type {HouseCalls} from './calls/house-calls.ts';
import type {JobCalls} from './calls/job-calls.ts';
import type {MailCalls} from './calls/mail-calls.ts';
import type {MakingCalls} from './calls/making-calls.ts';
import type {RuleCalls} from './calls/rule-calls.ts';
import type {TicketCalls} from './calls/ticket-calls.ts';
import type {Push} from './push.ts';

export type {DeskStatus, Removal, RemoveOptions} from './calls/house-calls.ts';
export type {OutboxItem, ReceiveOutcome, ReceiveRequest} from './calls/mail-calls.ts';
export type {Erasure, Figures, NewTicketRequest, PersonalData} from './calls/making-calls.ts';
export type {RuleHit, RuleTrial, StoppedRule} from './calls/rule-calls.ts';
export type {
	Command,
	ListWindow,
	Me,
	Outcome,
	Row,
	SendOutcome,
	SendRequest,
	TabCounts,
	WindowRequest,
} from './calls/ticket-calls.ts';
export type {Push} from './push.ts';

/**
 * Everything that screens and commands ask of a desk, by one agent. The same in process and over
 * the socket. Every answer is a Result; rights are checked behind it, whoever calls.
 */
export interface Desk
	extends TicketCalls,
		MakingCalls,
		MailCalls,
		RuleCalls,
		AccountCalls,
		JobCalls,
		HouseCalls {
	on(listener: (push: Push) => void): () => void;
	close(): Promise<void>;
}

/** The desk as its owner holds it: gives each agent a Desk, runs the loops, ends. See `open-desk.ts`. */
export interface OpenDesk {
	/** The desk for one client of this Unix login. Problem `not-an-agent` for anybody else. */
	as(login: string): Result<Desk>;
	/** Starts the import loop, the outbox and the clocks. */
	start(): void;
	/** Waits for running work, then closes the store. Resolves once; safe to call twice. */
	stop(): Promise<void>;
	/** Called when a client asked for the end (`raute stop`). */
	onStop(listener: () => void): void;
}
