import {cleanLine, cutLine} from './clean.ts';

const longest = 200;

/** What a server or library said, as one short clean line without any of the secrets, whoever repeated them. */
export const serverWords = (text: string, secrets: readonly string[] = []): string => {
	const hidden = secrets
		.filter(secret => secret.length > 0)
		.reduce((words, secret) => words.replaceAll(secret, '***'), text);
	const line = cleanLine(hidden);
	return line.length > longest ? `${cutLine(line, longest)}…` : line;
};
