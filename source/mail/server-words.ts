const longest = 200;

/**
 * What a server or library said, as one short harmless line: no control, format or bidi characters
 * (Unicode category C), and none of the secrets, whoever repeated them.
 */
export const serverWords = (text: string, secrets: readonly string[] = []): string => {
	const hidden = secrets
		.filter(secret => secret.length > 0)
		.reduce((words, secret) => words.replaceAll(secret, '***'), text);
	const line = hidden
		.replaceAll(/\p{C}+/gu, ' ')
		.replaceAll(/\s+/gu, ' ')
		.trim();
	return line.length > longest ? `${line.slice(0, longest)}…` : line;
};
