import {isForwardMark} from '../quote/marks.ts';
import {elementsOf, type HtmlNode, textOf} from './node.ts';

/** What mail programs write around an original, by class, id or name; Outlook puts `x_` before old ones. */
const quotes =
	/^(?:x_)*(?:yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra|airmail_ext|ms-outlook-mobile-reference-message|mail-editor-reference-message-container|olk_src_body_section|moz-cite-prefix|gmail_attr|messagereplysection|quote)$/u;
/** Signatures, which count no more than quotes for what is new. */
const signatures =
	/^(?:x_)*(?:gmail_signature|moz-signature|ms-outlook-mobile-signature|applemailsignature|protonmail_signature_block|messagesignaturesection|front-signature|signature)$/u;
/** These stand above the original, which follows them without a mark of its own. */
const heads = /^(?:x_)*(?:divrplyfwdmsg|appendonsend|stopspelling|outlookmessageheader)$/u;
const gmail = /^(?:x_)*gmail_quote(?:_container)?$/u;

/** The line that Word draws above the header of an original, in whatever language the header is. */
const wordRule = /border-top:\s*solid #(?:b5c4df|e1e1e1) 1\.0pt;\s*padding:\s*3\.0pt/iu;

/** Elements looked at: a header is short. */
const maxHead = 60;

/** Bold labels with a colon among the first elements. */
const countLabels = (node: HtmlNode): number => {
	const waiting = [...elementsOf(node)].slice(0, maxHead);
	let labels = 0;
	for (let at = 0; at < waiting.length && at < maxHead; at++) {
		const one = waiting[at];
		if (!one) break;
		if (one.name === 'b' && /[:：]\s*$/u.test(textOf(one, 60))) labels++;
		else waiting.push(...elementsOf(one).slice(0, maxHead));
	}
	return labels;
};

const isWordHead = (node: HtmlNode): boolean =>
	wordRule.test(node.attribs?.['style'] ?? '') && countLabels(node) >= 3;

/** What all of them have in common, so that most elements are done with at once. */
const mayMean =
	/quote|rply|append|spelling|outlook|airmail|zmail|olk_|cite|gmail_|editor-ref|signature|replysection/iu;

const namesOf = ({attribs = {}}: HtmlNode): readonly string[] =>
	[attribs['id'] ?? '', attribs['name'] ?? '', ...(attribs['class'] ?? '').split(/\s+/u)]
		.map(name => name.toLowerCase())
		.filter(name => name !== '');

const hasBlockquote = (node: HtmlNode): boolean =>
	elementsOf(node).some(child => child.name === 'blockquote' || hasBlockquote(child));

const isForward = (node: HtmlNode): boolean =>
	isForwardMark(textOf(node, 200).trim().split('\n')[0]?.trim() ?? '') ||
	/^-{5,}[^\n]{1,60}-{5,}/u.test(textOf(node, 200).trim());

/**
 * Whether the sender's program says that an element is the original or a signature (`quote`), or stands
 * above the original (`head`). In Gmail's own element people also answer between the quotes, so it counts
 * only where it has none.
 */
export const quoteKind = (node: HtmlNode): 'quote' | 'head' | null => {
	const {id = '', name = '', class: classes = '', style = ''} = node.attribs ?? {};
	if (style.includes('border-top') && isWordHead(node)) return 'head';
	if (node.name === 'blockquote' || !mayMean.test(`${id} ${name} ${classes}`)) return null;
	const names = namesOf(node);
	if (names.some(name => heads.test(name))) return 'head';
	const found =
		names.some(name => quotes.test(name) || signatures.test(name)) ||
		(names.some(name => gmail.test(name)) && !hasBlockquote(node));
	return found && !isForward(node) ? 'quote' : null;
};
