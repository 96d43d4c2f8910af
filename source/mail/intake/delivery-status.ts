import type {Bounce} from '../../domain/message.ts';
import {cleanAddress, cleanResponse} from '../clean.ts';

export type Failure = Omit<Bounce, 'of' | 'others'>;

/** All recipients that failed for good, in the order of the report. */
export type Failures = readonly [Failure, ...Failure[]];

type Group = ReadonlyMap<string, string>;

const groupOf = (block: string): Group =>
	new Map(
		block
			.replace(/\n[ \t]+/gu, ' ')
			.split('\n')
			.map(line => {
				const colon = line.indexOf(':');
				return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const;
			}),
	);

/** `rfc822; user@example.org`, some servers with brackets or without the type; xtext of RFC 3461 §4. */
const recipientOf = (value: string | undefined): string => {
	const address = cleanAddress((value ?? '').replace(/^[\w-]+\s*;/u, '').replace(/[<>]/gu, ''));
	const decoded = address.replace(/\+([0-9A-F]{2})/gu, (_, hex: string) =>
		String.fromCharCode(Number.parseInt(hex, 16)),
	);
	return /^[^@\s]+@[^@\s]+$/u.test(decoded) ? cleanAddress(decoded) : '';
};

/** More than anybody reads of one report. */
const maxFailures = 100;

const enhanced = /\b([245])\.(\d{1,3})\.(\d{1,3})\b/u;

/** The enhanced status code (RFC 3463) in a text, empty without one. IP addresses have a fourth number. */
export const statusIn = (text: string): string =>
	enhanced.exec(text.replace(/\b\d{1,3}(?:\.\d{1,3}){3}\b/gu, ' '))?.[0] ?? '';

/** `5.0.0` says nothing: the server's own answer may know more. */
const statusOf = (group: Group): string => {
	const status = statusIn(group.get('status') ?? '');
	const answered = statusIn(group.get('diagnostic-code') ?? '');
	return answered !== '' && (status === '' || /\.0\.0$/u.test(status)) ? answered : status;
};

/**
 * Whether a failure is hard: class 5 of RFC 3463. A full mailbox (X.2.2) and a delivery that took too long
 * (X.4.7) are persistent transient failures by §3.3 and §3.5 there, whatever class a server gives them.
 */
export const isPermanent = (status: string, code: string): boolean =>
	(status || code || '5').startsWith('5') && !/^5\.(?:2\.2|4\.7)$/u.test(status);

const failureOf = (group: Group): Failure => {
	const status = statusOf(group);
	const diagnostic = (group.get('diagnostic-code') ?? '').replace(/^[\w-]+\s*;\s*/u, '');
	const code = /^\s*(\d)\d\d\b/u.exec(diagnostic)?.[1] ?? '';
	return {
		address:
			recipientOf(group.get('original-recipient')) || recipientOf(group.get('final-recipient')),
		status,
		reason: cleanResponse(diagnostic),
		permanent: isPermanent(status, code),
	};
};

/**
 * The failed recipients of a delivery status (RFC 3464 §2), null when none failed: `delayed`,
 * `delivered`, `relayed` and `expanded` are news, not failures.
 */
export const readDeliveryStatus = (text: string): Failures | null => {
	const groups = text
		.replace(/\r\n?/gu, '\n')
		.split(/\n[ \t]*\n/u)
		.map(groupOf);
	const failed = groups.filter(group => {
		if (!group.has('final-recipient') && !group.has('original-recipient')) return false;
		const action = group.get('action')?.toLowerCase();
		return action === undefined ? !statusOf(group).startsWith('2') : action.startsWith('failed');
	});
	const failures = failed.slice(0, maxFailures).map(failureOf);
	const [first, ...others] = failures.toSorted(
		(one, other) => Number(one.address === '') - Number(other.address === ''),
	);
	return first ? [first, ...others.filter(({address}) => address !== '')] : null;
};
