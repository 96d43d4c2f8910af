import * as v from 'valibot';

const controls = /\p{Cc}/gu;
const controlsButLineAndTab = /(?![\n\t])\p{Cc}/gu;
const bidi = /[\u202A-\u202E\u2066-\u2069]/gu;
const breaks = /\r\n?|[\u2028\u2029\u0085]/gu;

/** One line without control characters or bidi overrides; line ends become spaces. */
export const cleanLine = (text: string): string =>
	text
		.replace(breaks, ' ')
		.replace(/[\n\t]/gu, ' ')
		.replace(controls, '')
		.replace(bidi, '')
		.trim();

/** Several lines, LF between them; other control characters and bidi overrides are removed. */
export const cleanLines = (text: string): string =>
	text.replace(breaks, '\n').replace(controlsButLineAndTab, '').replace(bidi, '');

/** A line of at most `max` UTF-16 units after cleaning. */
export const lineInput = (max: number) =>
	v.pipe(v.string(), v.transform(cleanLine), v.maxLength(max));

/** A line that says something. */
export const filledLineInput = (max: number) => v.pipe(lineInput(max), v.minLength(1));

/** A text of at most `max` UTF-16 units after cleaning. */
export const linesInput = (max: number) =>
	v.pipe(v.string(), v.transform(cleanLines), v.maxLength(max));

const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?Z$/u;

/** An ISO time in UTC, the only form that the documents hold: such strings compare as times. */
export const timeInput = v.pipe(v.string(), v.regex(isoTime));

/** An addr-spec as far as a form can check it: one `@`, no spaces, a length SMTP accepts (RFC 5321 §4.5.3). */
export const mailboxInput = v.pipe(lineInput(320), v.regex(/^[^\s@<>,;"]+@[^\s@<>,;"]+$/u));

/** A person with an address; the name may be empty. */
export const addressInput = v.object({name: lineInput(200), address: mailboxInput});
