import {domainToUnicode} from 'node:url';

/** Letters of other scripts that look like a Latin one in every font. */
const confusable = /^[асԁеһіјӏорԛѕԝхуѵɡαοινρτυχκ0-9-]+$/u;

const latin = /\p{Script=Latin}/u;
const cyrillic = /\p{Script=Cyrillic}/u;
const greek = /\p{Script=Greek}/u;
const armenian = /\p{Script=Armenian}|\p{Script=Cherokee}/u;

const isLookalikeLabel = (label: string): boolean => {
	if (/^[\u0000-\u007F]*$/u.test(label)) return false;
	const scripts = [latin, cyrillic, greek, armenian].filter(script => script.test(label));
	return scripts.length > 1 || confusable.test(label);
};

/**
 * Whether a host (ASCII form) is written with letters that only look like others: scripts mixed in one
 * label, or a label of nothing but such letters (UTS 39). `bücher` is none.
 */
export const isLookalike = (host: string): boolean =>
	host.includes('xn--') && domainToUnicode(host).split('.').some(isLookalikeLabel);
