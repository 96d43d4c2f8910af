import type {Language} from '../language/say.ts';

/**
 * The language of this call: `--lang`, else the locale of the environment in the order POSIX gives
 * (LC_ALL, LC_MESSAGES, LANG), else English. Null for a wish that is no language of raute.
 */
export const chooseLanguage = (
	environment: Readonly<Record<string, string | undefined>>,
	wish: string | null,
): Language | null => {
	if (wish !== null) return wish === 'de' || wish === 'en' ? wish : null;
	const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || 'en';
	return locale.toLowerCase().startsWith('de') ? 'de' : 'en';
};
