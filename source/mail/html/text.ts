import {compile, type FormatCallback, type SelectorDefinition} from 'html-to-text';
import {cleanLine} from '../clean.ts';
import {quoteMarks} from '../quote/marks.ts';
import {isTooDeep} from './depth.ts';
import {isHidden, isTrackingPixel} from './hidden.ts';
import {type Links, markLink, targetOf} from './link.ts';
import type {HtmlNode} from './node.ts';
import {quoteKind} from './quote.ts';
import {hiddenNames} from './style.ts';
import {isDataTable} from './table.ts';

/** mail.md §3, in characters. */
export const maxHtml = 2 * 1024 * 1024;
/** Levels the converter walks; table rows and cells, which `isTooDeep` does not count, included. */
const maxDepth = 1500;
const maxNesting = 400;

type Builder = {
	readonly metadata: {readonly links: Links; readonly hidden: ReadonlySet<string>};
	readonly options: {readonly formatters: Readonly<Record<string, FormatCallback>>};
};

type Build = Parameters<FormatCallback>[2];

const metadataOf = (builder: Build) => (builder as unknown as Builder).metadata;

const isUnseen = (element: unknown, builder: Build): boolean =>
	isHidden(element as HtmlNode, metadataOf(builder).hidden);

const format = (name: string, ...[element, walk, builder, options]: Parameters<FormatCallback>) =>
	(builder as unknown as Builder).options.formatters[name]?.(element, walk, builder, options);

/** A line that only says where a quote begins or ends. */
const markPlace = (builder: Build, mark: string): void => {
	builder.openBlock({leadingLineBreaks: 1});
	builder.addInline(mark, {noWordTransform: true});
	builder.closeBlock({trailingLineBreaks: 1});
};

/** Formats an element as its option `as` says, unless nobody is meant to see it. */
const seen: FormatCallback = (element, walk, builder, options) => {
	if (isUnseen(element, builder)) return;
	const kind = quoteKind(element as HtmlNode);
	if (kind === 'quote') markPlace(builder, quoteMarks.start);
	if (kind === 'head') markPlace(builder, quoteMarks.rest);
	format(String(options['as']), element, walk, builder, options);
	if (kind === 'quote') markPlace(builder, quoteMarks.end);
};

const table: FormatCallback = (element, walk, builder, options) => {
	const node = element as HtmlNode;
	if (isUnseen(node, builder)) return;
	format(isDataTable(node) ? 'dataTable' : 'block', element, walk, builder, options);
};

/** A cell of a layout table: its text keeps off the next cell's. */
const cell: FormatCallback = (element, walk, builder) => {
	if (isUnseen(element, builder)) return;
	walk(element.children, builder);
	builder.addInline(' ');
};

const image: FormatCallback = (element, _walk, builder) => {
	const node = element as HtmlNode;
	const alt = cleanLine(node.attribs?.['alt'] ?? '');
	if (alt === '' || isUnseen(node, builder) || isTrackingPixel(node)) return;
	if (/^(?:cid:\S*|https?:\S*|image\d*\.\w{3,4})$/iu.test(alt)) return;
	builder.addInline(alt);
};

const link: FormatCallback = (element, walk, builder) => {
	const node = element as HtmlNode;
	if (isUnseen(node, builder)) return;
	const target = targetOf(node.attribs?.['href']);
	const words: string[] = [];
	builder.pushWordTransform(word => {
		words.push(word);
		return word;
	});
	walk(element.children, builder);
	builder.popWordTransform();
	if (target === null || words.length === 0) return;
	const mark = markLink(target, words, metadataOf(builder).links);
	if (mark !== '') builder.addInline(mark, {noWordTransform: true});
};

const block = {leadingLineBreaks: 1, trailingLineBreaks: 1, as: 'block'};
const spaced = {leadingLineBreaks: 2, trailingLineBreaks: 2};
const blocks =
	'address article aside body center dd details div dl dt fieldset figcaption figure footer form head header html main nav section summary tr'.split(
		' ',
	);
const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
/** Text in a head is shown like any other; Word's data islands (`xml`) are not. */
const skipped = [
	'title',
	'style',
	'script',
	'template',
	'noscript',
	'object',
	'svg',
	'map',
	'select',
	'textarea',
	'input',
	'xml',
];

const selectors: SelectorDefinition[] = [
	{selector: '*', format: 'seen', options: {as: 'inline'}},
	...blocks.map(selector => ({selector, format: 'seen', options: block})),
	...headings.map(selector => ({
		selector,
		format: 'seen',
		options: {...spaced, as: 'heading', uppercase: false},
	})),
	...skipped.map(selector => ({selector, format: 'skip'})),
	{selector: 'p', format: 'seen', options: {...spaced, as: 'paragraph'}},
	{
		selector: 'blockquote',
		format: 'seen',
		options: {...spaced, as: 'blockquote', trimEmptyLines: true},
	},
	{selector: 'pre', format: 'seen', options: {...spaced, as: 'pre'}},
	{selector: 'ul', format: 'seen', options: {...spaced, as: 'unorderedList', itemPrefix: '- '}},
	{selector: 'ol', format: 'seen', options: {...spaced, as: 'orderedList'}},
	{selector: 'br', format: 'lineBreak'},
	{selector: 'wbr', format: 'skip'},
	{selector: 'hr', format: 'seen', options: {...spaced, length: 40, as: 'horizontalLine'}},
	{selector: 'a', format: 'link'},
	{selector: 'img', format: 'image'},
	{selector: 'td', format: 'cell'},
	{selector: 'th', format: 'cell'},
	{
		selector: 'table',
		format: 'table',
		options: {
			...spaced,
			colSpacing: 2,
			rowSpacing: 0,
			maxColumnWidth: 60,
			uppercaseHeaderCells: false,
		},
	},
];

const toText = compile({
	wordwrap: false,
	// Programs on the way write warnings and footers before and behind the page; they count too.
	baseElements: {selectors: []},
	whitespaceCharacters: ' \t\r\n\f',
	formatters: {seen, table, cell, image, link},
	selectors,
	limits: {maxDepth, ellipsis: '…', maxInputLength: maxHtml + 1},
}) as (html: string, metadata: Builder['metadata']) => string;

/** Line breaks without end take the converter seconds, and all but two of them go in the end. */
const breakRuns = /(?:<br\s*\/?>\s*){20,}/giu;

const withoutTags = (html: string): string =>
	html
		.replace(/<(?:style|script|title)\b[^<>]*>[^<]*/giu, ' ')
		.replace(/<(?:br|\/p|\/div|\/tr)\b[^<>]*>/giu, '\n')
		.replace(/<[^<>]*>/gu, '');

/**
 * An HTML part as text for reading: lists, data tables, quotes with `> `, pictures by their
 * alternative text, link texts with a number whose target goes into `links`. Nothing is loaded.
 * `html` is at most `maxHtml` long; the result still has to be cleaned.
 */
export const htmlToText = (html: string, links: Links): string => {
	const text = isTooDeep(html, maxNesting)
		? withoutTags(html)
		: toText(html.replace(breakRuns, '<br><br><br>'), {links, hidden: hiddenNames(html)});
	return text
		.replace(/[\u00A0\u2007\u202F]/gu, ' ')
		.split('\n')
		.map(line => line.trimEnd())
		.join('\n')
		.replace(/\n{3,}/gu, '\n\n')
		.trim();
};
