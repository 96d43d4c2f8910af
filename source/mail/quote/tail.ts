import {isDeviceLine, isSignatureMark} from './marks.ts';

/** A longer text behind `-- ` is no signature. */
const maxSignature = 20;

/** A line and whose it is. */
export type Line = {readonly text: string; kind: 'own' | 'blank' | 'quote'};

const trimmed = (lines: readonly Line[]): readonly Line[] =>
	lines.slice(0, lines.findLastIndex(line => line.kind !== 'blank') + 1);

/** What a mailing list appends to every mail. */
const isListFooter = (lines: readonly Line[], at: number): boolean =>
	/^_{30,}\s*$/u.test(lines[at]?.text ?? '') &&
	lines
		.slice(at + 1, at + 4)
		.some(({text}) => /mailing ?list|listinfo|\/lists?[./]|unsubscribe/iu.test(text));

/** Rules that people draw above their name in place of `-- `. */
const looseMark = /^(?:-{3,40}|_{2,40}|[—–]{1,12}|={3,40}|\*{3,40}|~{3,40}|\+{3,12})\s*$/u;
const contact =
	/\b(?:tel|fon|phone|fax|mobil|mobile|handy|www|https?)\b|\S@\S|\+\d{2}[\d ()/-]{6}/iu;
/** A longer block is text. */
const maxLoose = 12;

/** Whose mail it is: the name, and the address. */
export type Author = {readonly name: string; readonly address: string};

const isSignedBelow = (lines: readonly Line[], at: number, author: Author): boolean => {
	if (lines.length - at > 2 * maxSignature || !looseMark.test(lines[at]?.text ?? '')) return false;
	const below = lines.slice(at + 1).filter(line => line.kind !== 'blank');
	const first = below[0]?.text.toLowerCase() ?? '';
	const names: readonly string[] = [
		...(author.name.toLowerCase().match(/\p{L}{3,}/gu) ?? []),
		...(author.address === '' ? [] : [author.address.toLowerCase()]),
	];
	const short = below.every(({text}) => text.length <= 80);
	if (!short || below.length > maxLoose || first.length > 50 || /[.?!:]\s*$/u.test(first))
		return false;
	const drawn = (lines[at]?.text.trim().length ?? 0) > 12;
	return (
		names.some(name => first.includes(name)) ||
		(!drawn && below.some(({text}) => contact.test(text)))
	);
};

/** `-- Max Muster`, as people write it who have no rule above their name. */
const dashedName = /^(?:-{1,3}|[–—]|_{1,2}) ?(\p{L}[\p{L} .'’-]{1,40})$/u;

/** Another of a list, a footnote, or a postscript. */
const afterthought = /^\s*(?:[-*•]\s|-\p{L}|\[|p\.?\s?s\b)/iu;

const isDashedName = (lines: readonly Line[], at: number, author: Author): boolean => {
	const [, name = ''] = dashedName.exec(lines[at]?.text.trimEnd() ?? '') ?? [];
	if (name === '' || lines[at - 1]?.kind !== 'blank') return false;
	const names: readonly string[] = author.name.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
	const said: readonly string[] = name.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
	const below = lines.slice(at + 1, at + 2 * maxSignature).filter(line => line.kind !== 'blank');
	return (
		said.length > 0 &&
		said.every(word => names.includes(word)) &&
		below.length <= maxLoose &&
		below.every(({text}) => text.length <= 80 && !afterthought.test(text))
	);
};

/** Without what stands below the last mark of a signature, where it is short enough for one. */
export const withoutSignature = (lines: readonly Line[], author: Author): readonly Line[] => {
	const mark = lines.findLastIndex(
		(line, at) =>
			isSignatureMark(line.text) ||
			isListFooter(lines, at) ||
			isSignedBelow(lines, at, author) ||
			isDashedName(lines, at, author),
	);
	const tail = lines.slice(mark + 1);
	if (mark < 0 || tail.length > maxSignature || tail.some(line => line.kind === 'quote')) {
		return lines;
	}
	return lines.slice(0, mark);
};

export const withoutDeviceLine = (lines: readonly Line[]): readonly Line[] => {
	const last = lines.at(-1);
	if (last?.kind !== 'own' || !isDeviceLine(last.text)) return lines;
	return looseMark.test(lines.at(-2)?.text ?? '') ? lines.slice(0, -2) : lines.slice(0, -1);
};

/** Without the quote at the end, and the rule that parts it from one's own. */
const withoutQuote = (lines: readonly Line[]): readonly Line[] => {
	const own = trimmed(lines.slice(0, lines.findLastIndex(line => line.kind === 'own') + 1));
	const parted = own.length < lines.length && /^\s*[_-]{10,}\s*$/u.test(own.at(-1)?.text ?? '');
	return parted ? own.slice(0, -1) : own;
};

/** Below a quote gateways and virus scanners write, not people. */
const footerBegins =
	/^(?:this (?:e-?mail|message|communication|transmission)\b|the (?:information|contents?) (?:contained )?(?:in|of) this|confidentiality|disclaimer|important notice|diese (?:e-?mail|nachricht|mitteilung)\b|der inhalt dieser|vertraulichkeitshinweis|ce (?:message|courriel|mail)\b|este (?:mensaje|correo|e-?mail)\b|esta mensagem\b|questo messaggio\b|le informazioni\b|dit (?:bericht|e-?mail)|deze e-?mail|niniejsza wiadomość|tato zpráva|virenfrei|virus-free|sans virus|libre de virus|privo di virus|virusvrij|avast|you (?:received|are receiving|have received) this (?:message|e-?mail)|to (?:unsubscribe|remove yourself|be removed|post to|stop receiving|subscribe)|your use of yahoo|yahoo! groups|community email addresses|um sich (?:von|aus)|(?:zum )?abmelden|pour vous désabonner|-{5,}\s*yahoo)/iu;
const footerSays =
	/unsubscribe|yahoo! groups|abmelde|abzumelden|désabonner|confiden|privileged|intended (?:solely|only)|addressee|recipient|vertraulich|confidenti?el|confiden[cz]ial|riservat|vertrouwelijk|poufn|důvěrn|viren|virus|avast/iu;

const isFooter = (text: string): boolean => footerBegins.test(text) && footerSays.test(text);

const withoutFooterBelowQuote = (lines: readonly Line[]): readonly Line[] => {
	const quote = lines.findLastIndex(line => line.kind === 'quote');
	const below = lines.slice(quote + 1).map(line => line.text);
	const text = below.join('\n').replace(/^[\s*_=~-]+/u, '');
	return quote >= 0 && isFooter(text.slice(0, 2000)) ? lines.slice(0, quote + 1) : lines;
};

/** Without signature, quote and what a phone appends, in whatever order they end the mail of this author. */
export const withoutTail = (lines: readonly Line[], author: Author): readonly Line[] => {
	let before = trimmed(lines);
	for (let round = 0; round < 4; round++) {
		const own = trimmed(withoutQuote(withoutFooterBelowQuote(before)));
		const after = trimmed(withoutDeviceLine(trimmed(withoutSignature(own, author))));
		if (after.length === before.length) break;
		before = after;
	}
	return before;
};
