import type {Address} from '../../domain/address.ts';
import {isProgramAddress} from '../../domain/program-address.ts';
import type {HeaderFields} from '../read-header.ts';

/** Why a mail was written by a program: a short key, shown in the ticket. */
type AutomaticReason =
	| 'report'
	| 'auto-submitted'
	| 'null-return-path'
	| 'x-loop'
	| 'precedence'
	| 'list'
	| 'x-autoreply'
	| 'x-autorespond'
	| 'sender-name';

const isProgram = ({name, address}: Address): boolean =>
	address.lastIndexOf('@') > 0 ? isProgramAddress(address) : /^mailer-daemon\b/iu.test(name);

const isNullPath = (value: string | null): boolean => value !== null && /^<\s*>/u.test(value);

type Check = (fields: HeaderFields, from: Address) => boolean;

/** The first that holds names the reason; RFC 3834 and the habits of mail.md §4. */
const checks: ReadonlyArray<readonly [AutomaticReason, Check]> = [
	['report', fields => /^\s*multipart\/report\b/iu.test(fields.first('content-type') ?? '')],
	[
		'auto-submitted',
		fields => fields.all('auto-submitted').some(value => !/^no\b/iu.test(value.trim() || 'no')),
	],
	['null-return-path', fields => isNullPath(fields.first('return-path'))],
	['x-loop', fields => fields.first('x-loop') !== null],
	[
		'precedence',
		fields => /^(?:bulk|list|junk|auto[_-]reply)\b/iu.test(fields.first('precedence') ?? ''),
	],
	['list', fields => fields.names.some(name => name.startsWith('list-'))],
	['x-autoreply', fields => fields.first('x-autoreply') !== null],
	['x-autorespond', fields => fields.first('x-autorespond') !== null],
	['sender-name', (_, from) => isProgram(from)],
];

/**
 * Whether a program wrote this mail: such mails are stored, never answered, and change no status.
 * `X-Auto-Response-Suppress` is no sign, because Exchange writes it into people's mails too.
 */
export const automaticReason = (fields: HeaderFields, from: Address): AutomaticReason | null =>
	checks.find(([, holds]) => holds(fields, from))?.[0] ?? null;
