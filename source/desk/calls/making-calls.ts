import type {TicketFigures} from '../../domain/figures.ts';
import type {NewTicketFields} from '../../domain/new-ticket.ts';
import type {Result} from '../../domain/result.ts';

/** A ticket made by hand, once however often the call is made with its id. */
export type NewTicketRequest = NewTicketFields & {readonly id: string};

/** Where an address stands in the desk's tickets. */
export type PersonalData = {
	/** Tickets with nobody else outside: they go when the address is erased. */
	readonly alone: readonly string[];
	/** Tickets with others as well: they stay. */
	readonly shared: readonly string[];
};

export type Erasure = {
	readonly tickets: readonly string[];
	/** Raw mails and uploaded files that were removed. */
	readonly files: number;
	readonly shared: readonly string[];
};

/** Figures over the tickets that the agent may see, made since a time (ISO), or all. */
export type Figures = TicketFigures & {readonly since: string | null};

/** The calls of a desk around making, erasing and counting tickets; a part of `Desk`. */
export interface MakingCalls {
	/** Makes a ticket by hand, or one that begins with a mail of ours. */
	createTicket(request: NewTicketRequest): Promise<Result<{readonly number: string}>>;
	/** For admins. */
	personalData(address: string): Promise<Result<PersonalData>>;
	/** Removes the tickets that are about this address alone, their mails and what the cache knew. For admins. */
	eraseAddress(address: string): Promise<Result<Erasure>>;
	figures(since: string | null): Promise<Result<Figures>>;
}
