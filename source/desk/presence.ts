import type {Client} from './caller.ts';
import type {Push} from './desk.ts';

type Place = {readonly number: string; readonly writing: boolean};

/** Who has which ticket open, and who writes there. */
export type Presence = {
	readonly set: (client: Client, place: Place | null) => void;
	/** The ticket was merged: who had it open has the other one open now. */
	readonly follow: (from: string, to: string) => void;
	/** Names of the other agents who have it open. */
	readonly openBy: (number: string, login: string) => readonly string[];
};

const samePlace = (a: Place | null, b: Place | null): boolean =>
	a?.number === b?.number && a?.writing === b?.writing;

/** Every change is told to all clients: lists show it in their rows, too. */
export const createPresence = (desk: {
	readonly clients: ReadonlySet<Client>;
	readonly nameOf: (login: string) => string;
}): Presence => {
	const places = new Map<Client, Place>();
	const byNumber = new Map<string, Set<Client>>();

	const others = (number: string, login: string, writing: boolean): readonly string[] => {
		const here = byNumber.get(number);
		if (!here) return [];
		const logins = [...here]
			.filter(client => client.login !== login && (!writing || places.get(client)?.writing))
			.map(client => client.login);
		return [...new Set(logins)].map(desk.nameOf);
	};

	const tell = (number: string): void => {
		for (const client of desk.clients) {
			const push: Push = {
				kind: 'presence',
				number,
				viewing: others(number, client.login, false),
				writing: others(number, client.login, true),
			};
			client.push(push);
		}
	};

	const leave = (client: Client, {number}: Place): void => {
		const here = byNumber.get(number);
		here?.delete(client);
		if (here?.size === 0) byNumber.delete(number);
		places.delete(client);
	};

	const enter = (client: Client, place: Place): void => {
		places.set(client, place);
		byNumber.set(place.number, (byNumber.get(place.number) ?? new Set()).add(client));
	};

	const set: Presence['set'] = (client, place) => {
		const old = places.get(client) ?? null;
		if (samePlace(old, place)) return;
		if (old) leave(client, old);
		if (place) enter(client, place);
		for (const number of new Set([old?.number, place?.number])) if (number) tell(number);
	};

	return {
		set,
		follow: (from, to) => {
			for (const client of [...(byNumber.get(from) ?? [])])
				set(client, {number: to, writing: places.get(client)?.writing === true});
		},
		openBy: (number, login) => others(number, login, false),
	};
};
