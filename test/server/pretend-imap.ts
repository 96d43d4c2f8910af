import {createServer, type Socket} from 'node:net';

/** What a FETCH asks of one mail. */
export type Asked = {
	readonly uid: number;
	readonly whole: Buffer;
	readonly items: string;
	/** Where it wants to begin and how much it takes at most; null without a BODY[]. */
	readonly part: {readonly start: number; readonly length: number} | null;
};

/** The row for a mail, the end of the command, or the end of the connection after some bytes. */
export type Answer =
	| {readonly row: Buffer | string | null}
	| {readonly no: string}
	| {readonly hangUp: Buffer | string}
	/** A row of which a byte comes every few milliseconds. */
	| {readonly trickle: Buffer};

const literal = (bytes: Buffer): Buffer =>
	Buffer.concat([Buffer.from(`{${bytes.length}}\r\n`), bytes]);

/** A row as a sound server gives it; `body` and `size` are what it says of them. */
export const rowOf = (
	{uid, whole, items, part}: Asked,
	{body, size}: {readonly body?: Buffer | 'NIL'; readonly size?: number | null} = {},
): Buffer => {
	const said = size === undefined ? whole.length : size;
	const sizeText = items.includes('RFC822.SIZE') && said !== null ? ` RFC822.SIZE ${said}` : '';
	const date = items.includes('INTERNALDATE') ? ' INTERNALDATE "27-Nov-2026 10:00:00 +0000"' : '';
	const start = `* ${uid} FETCH (UID ${uid} FLAGS ()${date}${sizeText}`;
	const header = items.includes('[HEADER]')
		? [Buffer.from(' BODY[HEADER] '), literal(whole.subarray(0, whole.indexOf('\r\n\r\n') + 4))]
		: [];
	const bytes = body ?? (part && whole.subarray(part.start, part.start + part.length));
	const source =
		part === null || !bytes
			? []
			: [
					Buffer.from(` BODY[]<${part.start}> `),
					bytes === 'NIL' ? Buffer.from('NIL') : literal(bytes),
				];
	return Buffer.concat([Buffer.from(start), ...header, ...source, Buffer.from(')\r\n')]);
};

const uidsOf = (set: string, last: number): readonly number[] =>
	set.split(',').flatMap(range => {
		const [from = 0, to = from] = range.split(':').map(end => (end === '*' ? last : Number(end)));
		return Array.from({length: to - from + 1}, (_, index) => from + index);
	});

const partOf = (items: string): Asked['part'] => {
	const found = /BODY\.PEEK\[\](?:<(\d+)\.(\d+)>)?/u.exec(items);
	const [, start = '0', length = String(2 ** 32)] = found ?? [];
	return found && {start: Number(start), length: Number(length)};
};

const trickle = (socket: Socket, row: Buffer): void => {
	let at = 0;
	const timer = setInterval(() => socket.write(row.subarray(at, ++at)), 5);
	socket.on('close', () => clearInterval(timer));
};

/** An IMAP server that answers FETCH as it is told, to try what no real one does on demand. */
export const startPretendImap = async (
	mails: readonly (string | Buffer)[],
	answer: (asked: Asked) => Answer | readonly Answer[] = asked => ({row: rowOf(asked)}),
) => {
	const there = new Map(mails.map((mail, index) => [index + 1, Buffer.from(mail)]));
	const seen = new Set<number>();
	const marked = new Set<number>();
	const commands: string[] = [];
	const uidNext = mails.length + 1;
	const fetch = (socket: Socket, tag: string, [set = '', items = '']: readonly string[]) => {
		for (const uid of uidsOf(set, uidNext - 1)) {
			const whole = there.get(uid);
			if (!whole) continue;
			for (const one of [answer({uid, whole, items, part: partOf(items)})].flat()) {
				if ('hangUp' in one) return void socket.end(one.hangUp);
				if ('trickle' in one) return trickle(socket, one.trickle);
				if ('no' in one) return void socket.write(`${tag} NO ${one.no}\r\n`);
				if (one.row !== null) socket.write(one.row);
			}
		}
		socket.write(`${tag} OK done\r\n`);
	};
	const run = (socket: Socket, line: string) => {
		commands.push(line);
		const say = (...lines: readonly string[]) => socket.write(`${lines.join('\r\n')}\r\n`);
		const [tag = '', ...rest] = line.split(' ');
		const verb = rest.join(' ').toUpperCase();
		const set = /(?:FETCH|STORE|EXPUNGE) (\S+)/u.exec(verb)?.[1] ?? '';
		if (verb.startsWith('CAPABILITY')) say('* CAPABILITY IMAP4rev1 UIDPLUS');
		if (verb.startsWith('SELECT')) {
			say(`* ${there.size} EXISTS`, '* FLAGS (\\Seen \\Deleted)');
			say('* OK [UIDVALIDITY 1] ok', `* OK [UIDNEXT ${uidNext}] ok`);
		}
		if (verb.startsWith('LIST')) say('* LIST () "/" INBOX');
		if (verb.startsWith('UID SEARCH')) {
			const onlyUnseen = verb.includes('UNSEEN') && !verb.includes(' OR ');
			const uids = [...there.keys()].filter(uid => !(onlyUnseen && seen.has(uid)));
			say(['* SEARCH', ...uids].join(' '));
		}
		if (verb.startsWith('UID STORE')) {
			for (const uid of uidsOf(set, uidNext - 1)) {
				(verb.includes('DELETED') ? marked : seen).add(uid);
			}
		}
		if (verb.startsWith('UID EXPUNGE')) {
			for (const uid of uidsOf(set, uidNext - 1)) if (marked.has(uid)) there.delete(uid);
		}
		if (verb.startsWith('UID FETCH')) return fetch(socket, tag, [set, verb]);
		if (verb.startsWith('LOGOUT')) return void socket.end(`${tag} OK bye\r\n`);
		say(`${tag} OK done`);
	};
	const sockets = new Set<Socket>();
	const server = createServer(socket => {
		sockets.add(socket);
		socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
		socket.write('* OK [CAPABILITY IMAP4rev1 UIDPLUS] ready\r\n');
		let text = '';
		socket.on('data', data => {
			const lines = (text + data.toString('latin1')).split('\r\n');
			text = lines.pop() ?? '';
			for (const line of lines) run(socket, line);
		});
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	return {
		port: typeof address === 'object' ? (address?.port ?? 0) : 0,
		/** UIDs that are still there. */
		there: () => [...there.keys()],
		remove: (uid: number) => there.delete(uid),
		commands,
		stop: async (): Promise<void> => {
			for (const socket of sockets) socket.destroy();
			await new Promise<void>(resolve => server.close(() => resolve()));
		},
	};
};
