import type {Address} from '../../domain/address.ts';

const needsQuotes = /[,;<>"@()[\]:\\]/u;

const one = ({name, address}: Address): string => {
	if (name === '') return address;
	const shown = needsQuotes.test(name) ? `"${name.replaceAll(/["\\]/gu, '')}"` : name;
	return `${shown} <${address}>`;
};

/** Addresses as an agent reads and edits them: `Anna Schmidt <a@example.de>, b@example.de`. */
export const addressLine = (addresses: readonly Address[]): string => addresses.map(one).join(', ');

/** Cuts at commas and semicolons outside quotes and angle brackets. */
const parts = (line: string): readonly string[] =>
	[...line.matchAll(/(?:"[^"]*"?|<[^>]*>?|[^,;"<])+/gu)].map(([part]) => part.trim());

const named = /^(?:"([^"]*)"|([^<]*?))\s*<\s*([^<>\s]*)\s*>$/u;

/** The addresses of a line as typed; parts without an `@` stay as they are, so that checks see them. */
export const parseAddressLine = (line: string): readonly Address[] =>
	parts(line)
		.filter(part => part !== '')
		.map(part => {
			const match = named.exec(part);
			return match === null
				? {name: '', address: part}
				: {name: (match[1] ?? match[2] ?? '').trim(), address: match[3] ?? ''};
		});

const plausible = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.?[^\s@<>,;"]*$/u;

/** Parts of a line that cannot be addresses, for the review. */
export const wrongAddresses = (addresses: readonly Address[]): readonly string[] =>
	addresses.map(({address}) => address).filter(address => !plausible.test(address));
