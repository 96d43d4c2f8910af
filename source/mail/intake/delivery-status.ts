import {addressKey} from '../../domain/address.ts';
import type {Bounce} from '../../domain/message.ts';
import {cleanAddress, cleanResponse} from '../clean.ts';
import {isPermanent} from './bounce-kind.ts';

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

const fromHex = (hex: string): string => {
	const code = Number.parseInt(hex, 16);
	return code > 0x1f && code <= 0x10ffff ? String.fromCodePoint(code) : '';
};

/**
 * What xtext (RFC 3461 §4) must encode, `+` and `=`, and the @ where there is none; servers forget to
 * decode it. Other `+20` are part of an address. `\x{E9}` of RFC 6533 §3.
 */
const decoded = (address: string): string =>
	address
		.replace(address.includes('@') ? /\+(2B|3D)/gu : /\+(2B|3D|40)/gu, (_, hex: string) =>
			fromHex(hex),
		)
		.replace(/\\x\{([0-9A-F]{1,6})\}/giu, (_, hex: string) => fromHex(hex));

/** `rfc822; user@example.org`, some servers with brackets, with a comment, or without the type. */
const recipientOf = (value: string | undefined): string => {
	const bare = (value ?? '')
		.replace(/^[\w-]+\s*;/u, '')
		.replace(/[<>]/gu, '')
		.trim();
	const address = cleanAddress(decoded(bare.split(/\s\(/u)[0] ?? ''));
	return /^[^@\s]+@[^@\s]+$/u.test(address) ? address : '';
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

const failureOf = (group: Group, reasonFor: (address: string) => string): Failure => {
	const status = statusOf(group);
	const diagnostic = (group.get('diagnostic-code') ?? '').replace(/^[\w-]+\s*;\s*/u, '');
	const code = /^\s*(\d)\d\d\b/u.exec(diagnostic)?.[1] ?? '';
	const address =
		recipientOf(group.get('original-recipient')) || recipientOf(group.get('final-recipient'));
	const reason = cleanResponse(diagnostic) || reasonFor(address);
	const permanent = isPermanent({status, code, said: reason, history: reason});
	return {address, status, reason, permanent};
};

const isRecipient = (group: Group): boolean =>
	group.has('final-recipient') || group.has('original-recipient');

/** `failed`, and what servers write in its place; without an action the status says it. */
const isFailed = (group: Group): boolean => {
	const action = group.get('action')?.toLowerCase();
	if (action === undefined || action === '') return !statusOf(group).startsWith('2');
	return action.startsWith('fail') || !/^(?:delay|deliver|relay|expand|warn)/u.test(action);
};

const groupsIn = (text: string): readonly Group[] =>
	text
		.replace(/\r\n?/gu, '\n')
		.split(/\n[ \t]*\n/u)
		.map(groupOf)
		.filter(isRecipient);

/** Whether a status part names a recipient at all; without one only the text says whom it failed. */
export const namesRecipient = (text: string): boolean => groupsIn(text).length > 0;

/**
 * The failed recipients of a delivery status (RFC 3464 §2), null when none failed: `delayed`,
 * `delivered`, `relayed` and `expanded` are news, not failures. `reasonFor` is asked where it gives none.
 */
export const readDeliveryStatus = (
	text: string,
	reasonFor: (address: string) => string,
): Failures | null => {
	const failed = groupsIn(text).filter(isFailed).slice(0, maxFailures);
	const failures = failed
		.map(group => failureOf(group, reasonFor))
		.toSorted((one, other) => Number(one.address === '') - Number(other.address === ''));
	const [first, ...others] = failures;
	if (!first) return null;
	const seen = new Set(['', addressKey(first.address)]);
	const distinct = others.filter(({address}) => {
		const key = addressKey(address);
		return !seen.has(key) && seen.add(key);
	});
	return [first, ...distinct];
};
