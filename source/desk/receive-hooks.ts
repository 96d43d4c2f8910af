import type {Automatic} from './automatic.ts';
import type {ReceiveHooks} from './commit-mail.ts';

/** What happens to a new ticket inside the commit that makes it. The auto-responder decides last. */
export const receiveHooks = (automatic: Automatic): ReceiveHooks => ({
	prepare: automatic.prepare,
	shape: ticket => automatic.respond(ticket),
	withdraw: automatic.withdraw,
});
