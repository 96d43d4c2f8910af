import {elementsOf, type HtmlNode} from './node.ts';
import {isInvisible} from './style.ts';

const notShown =
	/(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$))/iu;
const noHeight = /(?:^|[;\s])(?:max-)?height\s*:\s*0(?:px|em|%)?\s*(?:;|!|$)/iu;
const clipped = /overflow\s*:\s*hidden/iu;
const noFont = /(?:^|[;\s])font-size\s*:\s*[01](?:px|pt)?\s*(?:;|!|$)/iu;

type Attributes = Readonly<Record<string, string>>;

const isNamed = (attributes: Attributes, names: ReadonlySet<string>): boolean => {
	if (names.size === 0) return false;
	const classes = attributes['class']?.split(/\s+/u) ?? [];
	return names.has(`#${attributes['id'] ?? ''}`) || classes.some(name => names.has(`.${name}`));
};

/**
 * Whether a mail program would not show this element: preheaders and filler texts. A font size of
 * nothing counts only where the element holds bare text, because newsletters set it on wrappers to
 * close gaps and set it back inside. `mso-hide` alone hides from Outlook, which is shown something else.
 */
export const isHidden = (node: HtmlNode, byStyleSheet: ReadonlySet<string>): boolean => {
	const attributes = node.attribs ?? {};
	if ('hidden' in attributes || isNamed(attributes, byStyleSheet)) return true;
	const style = attributes['style'];
	if (!style) return false;
	if (notShown.test(style)) return true;
	if (noHeight.test(style) && clipped.test(style)) return true;
	if (isInvisible(style, attributes['bgcolor'])) return true;
	return noFont.test(style) && elementsOf(node).length === 0;
};

const tiny = /^\s*[0-3](?:px)?\s*$/iu;
const tinyStyle = /(?:^|[;\s])(?:max-)?(?:width|height)\s*:\s*[0-3]px/iu;

/** A picture nobody is meant to see: it tells the sender that the mail was opened. */
export const isTrackingPixel = (image: HtmlNode): boolean => {
	const attributes = image.attribs ?? {};
	return (
		tiny.test(attributes['width'] ?? '') ||
		tiny.test(attributes['height'] ?? '') ||
		tinyStyle.test(attributes['style'] ?? '')
	);
};
