/** Where everything lies below the data folder. Paths are relative and use `/`. */

export const deskPath = 'desk.json';
export const agentsPath = 'agents.json';
/** The secret behind our Message-IDs, 0600: without it a reply to an old mail proves nothing. */
export const messageKeyPath = 'message-id.key';
export const accountPath = (id: string): string => `accounts/${id}.json`;
export const intakePath = (id: string): string => `intake/${id}.json`;

/**
 * Raw mails and uploads, 256 folders. What is no hash, in a document that somebody edited or that came
 * with a backup, is the name of a file that is not there: it never leads out of its folder.
 */
export const filePath = (sha256: string): string => {
	const name = sha256.replaceAll(/[^\w-]/gu, '_');
	return `mail/${name.slice(0, 2)}/${name}.eml`;
};

export const ticketPath = (number: string): string =>
	`tickets/${number.slice(0, 4)}-${number.slice(4, 6)}/${number}.json`;

/** Temporary files begin with a dot and end in this; whatever a crash left is known by it. */
export const tempEnding = '.tmp';

/** Ids become file names: letters, digits, `-`, `_`, and no dot in front. */
export const isFileId = (id: string): boolean => /^[\w-][\w.@-]{0,120}$/u.test(id);
