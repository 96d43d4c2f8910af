import type {Leaf} from '../part/parse-parts.ts';

/** Where a report would end of whose copy of the mail nothing is needed but its Message-ID. */
const maxReport = 256 * 1024;

const isReport = /^content-type:\s*multipart\/report\b/imu;
const statusPart = /^content-type:\s*message\/(?:global-)?delivery-status\b/imu;

export type NestedReport = {
	/** The status part. */
	readonly status: string;
	/** What stands behind it: the copy of the mail that came back. */
	readonly rest: string;
};

/** The report in a mail that a gateway packed whole into one of its own. */
export const nestedReport = (leaf: Leaf): NestedReport | null => {
	const text = leaf.bytes.toString('latin1', 0, maxReport).replace(/\r\n?/gu, '\n');
	const head = text.slice(0, Math.max(text.indexOf('\n\n'), 0));
	const at = isReport.test(head) ? text.slice(head.length).search(statusPart) : -1;
	if (at < 0) return null;
	const start = text.indexOf('\n\n', head.length + at);
	const end = start < 0 ? -1 : text.indexOf('\n--', start + 1);
	if (start < 0) return null;
	return end < 0
		? {status: text.slice(start), rest: ''}
		: {status: text.slice(start, end), rest: text.slice(end)};
};
