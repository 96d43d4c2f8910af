import {isLanguage, type Language} from '../language/say.ts';

/**
 * The language of this call: `--lang`, else what the person chose in the settings, else the locale of
 * the environment in the order POSIX gives (LC_ALL, LC_MESSAGES, LANG), else English. Null for a wish
 * that is no language of raute.
 */
export const chooseLanguage = (
	environment: Readonly<Record<string, string | undefined>>,
	wish: string | null,
	chosen: Language | null = null,
): Language | null => {
	if (wish !== null) return isLanguage(wish) ? wish : null;
	if (chosen !== null) return chosen;
	const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || 'en';
	const spoken = locale.slice(0, 2).toLowerCase();
	return isLanguage(spoken) ? spoken : 'en';
};
