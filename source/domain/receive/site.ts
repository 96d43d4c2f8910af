/** Second labels below which a country gives names out: `firma.co.uk`, `firma.com.br`. */
const shared = new Set([
	'ac',
	'co',
	'com',
	'edu',
	'go',
	'gob',
	'gov',
	'gv',
	'ltd',
	'ne',
	'net',
	'or',
	'org',
	'plc',
]);

/** The part of a host that one owner has: its last two labels, three below a country's own division. */
export const siteOf = (host: string): string => {
	const labels = host.toLowerCase().replace(/\.$/u, '').split('.');
	const country = (labels.at(-1) ?? '').length === 2;
	return labels.slice(country && shared.has(labels.at(-2) ?? '') ? -3 : -2).join('.');
};
