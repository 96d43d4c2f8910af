import {siteOf} from '../../domain/receive/site.ts';
import {cleanAddress} from '../clean.ts';
import {isLookalike} from './lookalike.ts';

const maxTarget = 2000;

export type Links = {
	/** Target → number, from 1 in the order of first use. */
	readonly targets: Map<string, number>;
	/** A link text named another host than its target. */
	mismatch: boolean;
	/** A target's host is written with letters that only look like others. */
	lookalike: boolean;
};

export const noLinks = (): Links => ({targets: new Map(), mismatch: false, lookalike: false});

const scheme = /^(?:https?|ftp|mailto|tel|sips?|xmpp):/iu;

/** The target worth listing, null for scripts, page anchors, and what is no address. */
export const targetOf = (href: string | undefined): string | null => {
	const target = cleanAddress(href ?? '');
	if (target.startsWith('//')) return `https:${target}`.slice(0, maxTarget);
	return scheme.test(target) ? target.slice(0, maxTarget) : null;
};

const hostOf = (url: string): string | null =>
	URL.parse(url)
		?.hostname.toLowerCase()
		.replace(/^www\./u, '') ?? null;

const shownUrl = /^(?:https?:\/\/|www\.)[^\s/]+/iu;
const shownHost =
	/^[("'<]*((?:[\p{L}\p{N}-]{2,}\.)+(?:com|net|org|info|biz|eu|io|app|dev|shop|online|bank|gov|edu|\p{L}{2}))(?=$|[/:?#)"'>,.])/iu;
/** Two-letter endings that are file types far more often than countries. */
const fileEnding = /\.(?:js|md|py|rs|ts|sh|pl|ps|so|cc)$/iu;

/** The host a link text claims to lead to, null when it claims none. */
const claimedHost = (words: readonly string[]): string | null => {
	const url = words.map(word => shownUrl.exec(word)?.[0]).find(found => found !== undefined);
	if (url) return hostOf(/^https?:/iu.test(url) ? url : `http://${url}`);
	const [only = ''] = words;
	const bare = words.length === 1 && !only.includes('@') ? shownHost.exec(only)?.[1] : undefined;
	return bare && !fileEnding.test(bare) ? hostOf(`http://${bare}`) : null;
};

const bare = (url: string): string =>
	url
		.replace(/^(?:https?:\/\/|mailto:|tel:)/iu, '')
		.replace(/^www\./iu, '')
		.replace(/[/.]$/u, '')
		.toLowerCase();

/**
 * What stands behind a link text: nothing when the text is the target, else ` [1]`, and the target's
 * host with it when the text names another one or its letters deceive.
 */
export const markLink = (target: string, words: readonly string[], links: Links): string => {
	const text = words.join('');
	const real = hostOf(target);
	const lookalike = real !== null && isLookalike(real);
	const same = bare(text) === bare(target.replace(/\?.*$/u, '')) || bare(text) === bare(target);
	if (same && !lookalike) return '';
	const number = links.targets.get(target) ?? links.targets.size + 1;
	links.targets.set(target, number);
	const claimed = claimedHost(words);
	const mismatch = claimed !== null && real !== null && siteOf(claimed) !== siteOf(real);
	links.mismatch ||= mismatch;
	links.lookalike ||= lookalike;
	return mismatch || lookalike ? ` [${number} → ${real}]` : ` [${number}]`;
};

/** The targets that a text refers to, one a line; empty without any. */
export const listLinks = (text: string, links: Links): string => {
	if (links.targets.size === 0) return '';
	const used = new Set([...text.matchAll(/\[(\d+)(?:\]| → )/gu)].map(match => Number(match[1])));
	return [...links.targets]
		.filter(([, number]) => used.has(number))
		.map(([target, number]) => `[${number}] ${target}`)
		.join('\n');
};
