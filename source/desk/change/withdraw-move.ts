import {takeBack} from '../../domain/move/take-back.ts';
import {ok, type Result} from '../../domain/result.ts';
import type {Ticket} from '../../domain/ticket.ts';
import type {Store} from '../../store/store.ts';

/** A merge whose other ticket is gone: this one stands for itself again, with all that is in it. */
export const withdrawMerge = async (
	store: Pick<Store, 'change'>,
	number: string,
): Promise<Result<Ticket>> => {
	const freed = await store.change(number, ticket => {
		const mark = ticket.links.find(({kind}) => kind === 'merged-into');
		const links = ticket.links.filter(link => link !== mark);
		return ok({...takeBack(ticket, mark?.moved?.back ?? []), links});
	});
	return freed.ok ? ok(freed.value.after) : freed;
};

/** A move that may not be made: its word is taken away again, and the reason is the answer. */
export const withdrawTaking = async (
	store: Pick<Store, 'change'>,
	number: string,
	reason: Result<never>,
): Promise<Result<Ticket>> => {
	const freed = await store.change(number, ({taking: _taking, ...ticket}) => ok(ticket));
	return freed.ok ? reason : freed;
};
