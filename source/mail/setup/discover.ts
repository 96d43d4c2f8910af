import {Resolver} from 'node:dns/promises';
import {domainToASCII} from 'node:url';
import type {Discovery, FoundServer} from '../../domain/account/account-setup.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import {type Door, type Greet, greet} from './greet.ts';
import {doorsOf, knownProvider} from './known-provider.ts';

type Srv = {
	readonly name: string;
	readonly port: number;
	readonly priority: number;
	readonly weight: number;
};

/** What DNS is asked; rejects when there is no answer. */
export type DomainNames = {
	readonly resolveSrv: (name: string) => Promise<readonly Srv[]>;
	readonly resolveMx: (
		domain: string,
	) => Promise<ReadonlyArray<{readonly exchange: string; readonly priority: number}>>;
};

export type DiscoverOptions = {readonly names?: DomainNames; readonly greet?: Greet};

/** Milliseconds: DNS first, then all doors at once. */
const longestQuestion = 1500;
const longestGreeting = 3000;

const systemNames = (): DomainNames => new Resolver({timeout: longestQuestion, tries: 1});

/** A resolver that hangs counts as no answer; what it was asked ends with the process at the latest. */
const answered = async <T>(question: Promise<readonly T[]>): Promise<readonly T[]> => {
	const late = Promise.withResolvers<readonly T[]>();
	const timer = setTimeout(() => late.resolve([]), longestQuestion + 200);
	try {
		return await Promise.race([question.catch(() => []), late.promise]);
	} finally {
		clearTimeout(timer);
	}
};

type Service = Pick<Door, 'protocol' | 'tls'> & {readonly name: string};

/** RFC 6186 §3 and RFC 8314 §5.1; TLS from the start is asked for first. */
const services: readonly Service[] = [
	{name: '_imaps._tcp', protocol: 'imap', tls: 'tls'},
	{name: '_imap._tcp', protocol: 'imap', tls: 'starttls'},
	{name: '_submissions._tcp', protocol: 'smtp', tls: 'tls'},
	{name: '_submission._tcp', protocol: 'smtp', tls: 'starttls'},
];

type Candidate = Door & Pick<FoundServer, 'by'>;

/** A target of `.` says that there is no such service (RFC 2782). */
const bySrv = async (names: DomainNames, domain: string): Promise<readonly Candidate[]> => {
	const each = services.map(async ({name, protocol, tls}) => {
		const records = await answered(names.resolveSrv(`${name}.${domain}`));
		return [...records]
			.filter(record => record.name !== '' && record.name !== '.')
			.sort((a, b) => a.priority - b.priority || b.weight - a.weight)
			.slice(0, 3)
			.map(({name: host, port}): Candidate => ({protocol, tls, host, port, by: 'srv'}));
	});
	return (await Promise.all(each)).flat();
};

const usualDoors: ReadonlyArray<Pick<Door, 'protocol' | 'port' | 'tls'>> = [
	{protocol: 'imap', port: 993, tls: 'tls'},
	{protocol: 'imap', port: 143, tls: 'starttls'},
	{protocol: 'smtp', port: 465, tls: 'tls'},
	{protocol: 'smtp', port: 587, tls: 'starttls'},
];

/** Usual names in the domain, then its mail exchanger, which at many hosters is the mail server too. */
const byName = (domain: string, exchangers: readonly string[]): readonly Candidate[] =>
	usualDoors.flatMap(door => {
		const first = door.protocol === 'imap' ? `imap.${domain}` : `smtp.${domain}`;
		const hosts = [first, `mail.${domain}`, domain, ...exchangers.slice(0, 1)];
		return [...new Set(hosts)].map((host): Candidate => ({...door, host, by: 'name'}));
	});

/** The first door that answers; one whose certificate fits goes before those whose does not. */
const firstOpen = async (
	protocol: Door['protocol'],
	candidates: readonly Candidate[],
	knock: Greet,
): Promise<FoundServer | null> => {
	const asked = candidates
		.filter(candidate => candidate.protocol === protocol)
		.map(candidate => ({candidate, greeting: knock(candidate, longestGreeting)}));
	let second: FoundServer | null = null;
	for (const {candidate, greeting} of asked) {
		const heard = await greeting;
		if (heard === null) continue;
		const {host, port, tls, by} = candidate;
		const found: FoundServer = {host, port, tls, by, milliseconds: heard.milliseconds};
		if (heard.verified) return found;
		second ??= found;
	}
	return second;
};

const domainOf = (address: string): string | null => {
	const match = /^[^\s@]+@([^\s@]+)$/u.exec(address.trim());
	const domain = domainToASCII(match?.[1] ?? '').toLowerCase();
	return /^(?=.{4,253}$)[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/u.test(domain)
		? domain
		: null;
};

/**
 * Finds the servers of an address: what its provider or its DNS names, then usual names. Only a
 * server that answered within a few seconds counts; nothing is guessed. Problem: `input-invalid`.
 */
export const discover = async (
	address: string,
	{names = systemNames(), greet: knock = greet}: DiscoverOptions = {},
): Promise<Result<Discovery>> => {
	const domain = domainOf(address);
	if (domain === null) return fail('input-invalid', {field: 'address', value: address});
	const [records, srv] = await Promise.all([
		answered(names.resolveMx(domain)),
		bySrv(names, domain),
	]);
	const exchangers = [...records]
		.sort((a, b) => a.priority - b.priority)
		.map(({exchange}) => exchange)
		.filter(exchange => exchange !== '');
	const provider = knownProvider(exchangers);
	const candidates: readonly Candidate[] = [
		...(provider === null ? [] : doorsOf(provider)).map(
			(door): Candidate => ({...door, by: 'provider'}),
		),
		...srv,
		...byName(domain, exchangers),
	];
	const [imap, smtp] = await Promise.all([
		firstOpen('imap', candidates, knock),
		firstOpen('smtp', candidates, knock),
	]);
	return ok({address: address.trim(), imap, smtp, oauth: provider?.oauth ?? null});
};
