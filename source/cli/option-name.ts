/** A flag as it is typed, without its dashes: the kebab-case of its key. */
export const optionName = (key: string): string =>
	key.replaceAll(/[A-Z]/gu, letter => `-${letter.toLowerCase()}`);
