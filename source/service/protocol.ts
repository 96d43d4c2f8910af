import type {Push} from '../desk/desk.ts';
import type {Problem} from '../domain/problem.ts';
import type {Result} from '../domain/result.ts';

/** Grows when the frames, the greeting or the calls `status` and `stop` change their form. */
export const protocolNumber = 1;

/** Largest frames in bytes: before and after the greeting, and what a client takes from its service. */
export const frameLimits = {
	greeting: 64 * 1024,
	call: 48 * 1024 * 1024,
	answer: 256 * 1024 * 1024,
} as const;

/**
 * The greeting: hello, challenge, proof, welcome. `login` asks to work as another agent, which is
 * granted to root and to the service's own user alone (they can read the files anyway).
 */
export type Hello = {
	readonly kind: 'hello';
	readonly protocol: number;
	readonly version: string;
	readonly login: string | null;
};

export type Call = {
	readonly kind: 'call';
	readonly id: number;
	readonly call: string;
	readonly args: readonly unknown[];
};

export type ClientMessage =
	| Hello
	| {readonly kind: 'proof'}
	| Call
	/** Nobody waits for this call any more: one that has not been begun is not to be. */
	| {readonly kind: 'forget'; readonly id: number};

export type Answer =
	| {readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown>}
	/** The desk threw: a bug, which reaches the caller as a thrown error as it would in process. */
	| {readonly kind: 'bug'; readonly id: number; readonly text: string};

export type Welcome = {
	readonly kind: 'welcome';
	readonly login: string;
	readonly version: string;
	/** Not null when the versions differ: then only `status` and `stop` are answered. */
	readonly limited: Problem | null;
};

export type ServiceMessage =
	| {readonly kind: 'challenge'; readonly nonce: string}
	| Welcome
	| Answer
	| {readonly kind: 'push'; readonly push: Push}
	/** Each second while a call of this client runs: it takes long, but the service lives. */
	| {readonly kind: 'alive'}
	/** The last frame before the service closes the connection, and why: `details.reason`. */
	| {readonly kind: 'bye'; readonly problem: Problem};
