/** Gives the signature of a text: hex or base64url, at least 16 characters. */
export type Hmac = (text: string) => string;

const signatureLength = 16;

const signature = (local: string, hmac: Hmac): string =>
	hmac(local)
		.replace(/[^A-Za-z0-9]/gu, '')
		.slice(0, signatureLength)
		.padEnd(signatureLength, '0');

/**
 * Our Message-ID (RFC 5322 §3.6.4): ticket number, a random id and their signature. Whoever answers
 * to it has seen our mail, since nobody else can make one.
 */
export const signMessageId = (
	parts: {readonly number: string; readonly id: string; readonly domain: string},
	hmac: Hmac,
): string => {
	const local = `${parts.number}.${parts.id}`;
	return `<${local}.${signature(local, hmac)}@${parts.domain || 'localhost'}>`;
};

/** The ticket number in a Message-ID that we signed, null for any other. */
export const verifyMessageId = (messageId: string, hmac: Hmac): string | null => {
	const match = /^<((\d{12,13})\.[^@<>\s]+)\.([A-Za-z0-9]+)@[^@<>\s]+>$/u.exec(messageId.trim());
	const [, local = '', number = '', signed = ''] = match ?? [];
	return match && signed === signature(local, hmac) ? number : null;
};
