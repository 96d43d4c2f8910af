const dateLine = /^(Date:[ \t]*)(.+)$/gimu;

/** End of the header block (RFC 5322 §2.1): the first empty line. */
const headerEnd = (raw: string): number => {
	const found = raw.search(/\r?\n\r?\n/u);
	return found < 0 ? raw.length : found;
};

/** When a sample mail was written, from its Date, else its newest Received; null without either. */
export const mailTime = (raw: Uint8Array): number | null => {
	const text = Buffer.from(raw).toString('latin1');
	const header = text.slice(0, headerEnd(text));
	const dates = [
		/^Date:[ \t]*(.+)$/imu.exec(header)?.[1],
		/^Received:[\s\S]*?;\s*([^;]+?)\s*$/imu.exec(header)?.[1],
	];
	const times = dates.map(date => Date.parse((date ?? '').replace(/\(.*\)/u, '').trim()));
	return times.find(time => !Number.isNaN(time)) ?? null;
};

/** RFC 5322 §3.3 in UTC. */
const rfcDate = (time: number): string => new Date(time).toUTCString().replace('GMT', '+0000');

/** The mail with the Date of its own header moved by `milliseconds`; one that cannot be read stays. */
export const shiftMail = (raw: Uint8Array, milliseconds: number): Uint8Array => {
	const text = Buffer.from(raw).toString('latin1');
	const end = headerEnd(text);
	const header = text.slice(0, end).replace(dateLine, (line, name: string, date: string) => {
		const time = Date.parse(date.replace(/\(.*\)/u, '').trim());
		return Number.isNaN(time) ? line : `${name}${rfcDate(time + milliseconds)}`;
	});
	return Buffer.from(header + text.slice(end), 'latin1');
};
