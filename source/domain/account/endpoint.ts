const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether tokens may be sent to this URL: https, or http to this very machine (RFC 8252 §8.3). */
export const isEndpoint = (text: string): boolean => {
	const url = URL.parse(text);
	if (url === null || url.username !== '' || url.password !== '') return false;
	return url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname));
};
