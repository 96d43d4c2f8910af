import {cleanAddress, cleanLine} from '../clean.ts';

/** What an invitation says, each an empty string where it says nothing. */
export type Invitation = {
	readonly method: string;
	readonly what: string;
	readonly when: string;
	readonly where: string;
	readonly who: string;
};

type Property = {readonly parameters: string; readonly value: string};

/** Longer than any calendar with one event. Characters. */
const maxLength = 200_000;

const plainValue = (value: string): string =>
	cleanLine(value.replace(/\\[nN]/gu, ' ').replace(/\\([\\;,])/gu, '$1'));

const propertiesOf = (text: string): ReadonlyMap<string, Property> => {
	const found = new Map<string, Property>();
	for (const line of text.split('\n')) {
		const [, name = '', parameters = '', value = ''] =
			/^([\w-]+)((?:;[\w-]+=(?:"[^"]*"|[^":;]*))*):(.*)$/u.exec(line) ?? [];
		const key = name.toUpperCase();
		if (key !== '' && !found.has(key)) found.set(key, {parameters, value});
	}
	return found;
};

type Moment = {readonly day: string; readonly time: string; readonly zone: string};

const momentOf = (property: Property | undefined): Moment | null => {
	const [, year, month, day, hour, minute, utc] =
		/^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?/u.exec(property?.value ?? '') ?? [];
	if (year === undefined) return null;
	const named = /;TZID="?([^";:]+)/iu.exec(property?.parameters ?? '')?.[1];
	return {
		day: `${year}-${month}-${day}`,
		time: hour === undefined ? '' : `${hour}:${minute}`,
		zone: utc === 'Z' ? 'UTC' : cleanLine(named ?? ''),
	};
};

/** `2026-03-05 14:00 – 15:00 (Europe/Berlin)` */
const spanOf = (start: Moment | null, end: Moment | null): string => {
	if (!start) return '';
	const shown = (moment: Moment): string => `${moment.day} ${moment.time}`.trim();
	const until = end && end.time !== '' ? (end.day === start.day ? end.time : shown(end)) : '';
	const zone = start.zone === '' ? '' : ` (${start.zone})`;
	return `${shown(start)}${until === '' ? '' : ` – ${until}`}${zone}`;
};

const organizerOf = (property: Property | undefined): string => {
	if (!property) return '';
	const name = cleanLine(
		/;CN=(?:"([^"]*)"|([^";:]*))/iu.exec(property.parameters)?.[1] ??
			/;CN=([^";:]+)/iu.exec(property.parameters)?.[1] ??
			'',
	);
	const address = cleanAddress(property.value.replace(/^mailto:/iu, ''));
	return name === '' || name === address ? address : `${name} <${address}>`;
};

/** The first event of a calendar (RFC 5545) as far as a reader of mail wants to know it; null without one. */
export const readCalendar = (text: string): Invitation | null => {
	const lines = text
		.slice(0, maxLength)
		.replace(/\r\n?/gu, '\n')
		.replace(/\n[ \t]/gu, '');
	const [, behind] = lines.split(/^BEGIN:VEVENT *\n/imu, 2);
	const end = behind?.search(/^END:VEVENT/imu) ?? -1;
	if (behind === undefined || end < 0) return null;
	const own = propertiesOf(behind.slice(0, end));
	const value = (name: string): string => plainValue(own.get(name)?.value ?? '');
	return {
		method: cleanLine(/^METHOD:(.*)$/imu.exec(lines)?.[1] ?? '').toUpperCase(),
		what: value('SUMMARY'),
		when: spanOf(momentOf(own.get('DTSTART')), momentOf(own.get('DTEND'))),
		where: value('LOCATION'),
		who: organizerOf(own.get('ORGANIZER')),
	};
};

/** The invitation in a few lines, for a mail that has no other text. */
export const calendarText = ({what, when, where, who}: Invitation): string =>
	[what, when, where, who].filter(line => line !== '').join('\n');
