const field = /^(content-(?:type|disposition)[ \t]*:)((?:[^\r\n]|\r?\n[ \t])*)/gimu;

/** A type or a disposition with nothing behind it but its parameters: nearly all of them. */
const sound =
	/^\s*[\w.+-]+(?:\/[\w.+-]+)?\s*(?:;\s*(?:[\w*.-]+\s*=\s*(?:"[^"\\]*"|[^\s"';=]+)\s*)?)*$/u;

const head = String.raw`^(\s*[\w.+-]+(?:\/[\w.+-]+)?)`;
const noSemicolon = new RegExp(String.raw`${head}\s+(?=[\w*-]+\s*=)`, 'u');
const leftovers = new RegExp(String.raw`${head}\s+[^\s;(=][^;=]*(?=;|$)`, 'u');
const betweenParameters = /(=\s*"(?:[^"\\]|\\.)*")\s+(?=[\w*-]+\s*=)/gu;

/** A path of Windows, whose backslashes quote nothing (RFC 2045 would take them away). */
const windowsPath = /(name\s*=\s*")([^"\r\n]*)"/giu;
const loneBackslash = /(?<!\\)\\(?=[\p{L}\p{N}._-])/gu;

/** The charset of RFC 2231 that programs leave out of `filename*=%C3%84.pdf`. */
const noCharset = /(name\*\s*=\s*"?)(?=[\w.%+ -]*%[0-9A-F]{2})(?=[^"';\s]*(?:["\s;]|$))/iu;
/** A disposition that is missing before its parameters. */
const noDisposition = /^(\s*)(?=filename\*?\s*=)/iu;

/** RFC 2231 wants two apostrophes behind the charset; one is all that some programs write. */
const oneApostrophe = /(name\*\s*=\s*"?[\w-]{2,40}')(?=[^'";\s]+(?:["\s;]|$))/iu;
/** Backslashes before the quotes themselves, and apostrophes in their place. */
const escapedQuotes = /(name\s*=\s*)\\"([^"\r\n\\]*)\\"/giu;
const apostrophes = /(name\s*=\s*)'([^'"\r\n]*)'(?=\s*(?:;|$))/giu;
/** A file named as in Content-Type, which counts where both have a name. */
const nameInDisposition = /^(\s*(?:attachment|inline)\s*;(?:[^"]*;)?\s*)name(?=\s*=)/iu;
const namedType = /^content-type[ \t]*:(?:[^\n]|\n[ \t])*;\s*name\*?\d?\*?\s*=/imu;

/** Pieces of a name (RFC 2231 §3) that are counted from 1 instead of 0. */
const piece = /(name\*)(\d{1,3})(?=\*?\s*=)/giu;
const fromZero = (value: string): string =>
	/name\*1\*?\s*=/iu.test(value) && !/name\*0\*?\s*=/iu.test(value)
		? value.replace(piece, (_, name: string, count: string) => `${name}${Number(count) - 1}`)
		: value;

/** Old programs name a file so. */
const oldName = /(;\s*)file(?=\s*=)/iu;

const isType = /^\s*[\w.+-]+\//u;
const hasName = /\bname\s*=/iu;
const hasFileName = /\bfilename\s*=/iu;

/** Extended parameters, and what names a file otherwise than by the usual one: few values, looked at closely. */
const isOddlyNamed = (given: string): boolean =>
	given.includes('*') ||
	(/name|file/iu.test(given) && !(isType.test(given) ? hasName : hasFileName).test(given)) ||
	/^\s*filename/iu.test(given);

const repairNames = (given: string, block: string): string => {
	if (!isOddlyNamed(given)) return given;
	const named = /name\*?\d?\*?\s*=/iu.test(given) ? given : given.replace(oldName, '$1name');
	return fromZero(named)
		.replace(oneApostrophe, "$1'")
		.replace(noCharset, "$1utf-8''")
		.replace(nameInDisposition, (found: string, start: string) =>
			/filename/iu.test(named) || namedType.test(block) ? found : `${start}filename`,
		)
		.replace(noDisposition, '$1attachment; ');
};

/**
 * The header block (latin1) with the semicolons that programs forgot between a type and its parameters,
 * and without what else they left behind the type; the backslashes of paths are doubled.
 */
export const repairParameters = (block: string): string =>
	block.replace(field, (_, name: string, given: string) => {
		const value = repairNames(given, block);
		if (sound.test(value)) return `${name}${value}`;
		const repaired = value
			.replace(noSemicolon, '$1; ')
			.replace(leftovers, '$1')
			.replace(betweenParameters, '$1; ')
			.replace(escapedQuotes, '$1"$2"')
			.replace(apostrophes, '$1"$2"')
			.replace(
				windowsPath,
				(_, start: string, path: string) => `${start}${path.replace(loneBackslash, '\\\\')}"`,
			);
		return `${name}${repaired}`;
	});
