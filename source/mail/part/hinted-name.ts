/** A name with an ending, as programs give them to files. */
const fileLike = /^[^\r\n]{1,500}\.[A-Za-z][A-Za-z0-9]{1,4}(?:\?=)?$/u;
/** In an identifier other dots are more common: only what is sure to be a file. */
const surelyFile =
	/\.(?:png|jpe?g|jfif|gif|bmp|tiff?|webp|svg|heic|ico|[ew]mf|pdf|docx?|xlsx?|pptx?|zip|txt|csv|html?|mp[34]|wav)$/iu;

const decoded = (path: string): string => {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
};

/** `<image001.png@01DA1234.56789ABC>`, as Outlook numbers its pictures. */
const nameInId = (id: string): string => {
	const [local = ''] = id.replace(/^<|>$/gu, '').split('@');
	return surelyFile.test(local) ? local : '';
};

/** The last step of a relative path or a URL (RFC 2557 §4.2), without its query. */
const nameInLocation = (location: string): string => {
	const path = location
		.replace(/\s+/gu, '')
		.replace(/[?#].*$/u, '')
		.replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*/iu, '');
	return decoded(path.split(/[/\\]/u).at(-1) ?? '');
};

/**
 * A file name in Content-Description, where Exchange repeats it (RFC 2045 §8), in Content-Location, or in
 * Content-ID; null where these say something else.
 */
export const hintedName = (field: (name: string) => unknown): string | null => {
	const value = (name: string): string => {
		const found = field(name);
		return typeof found === 'string' ? found.slice(0, 2000).trim() : '';
	};
	const names = [
		value('content-description'),
		nameInLocation(value('content-location')),
		nameInId(value('content-id')),
	];
	return names.find(name => fileLike.test(name)) ?? null;
};
