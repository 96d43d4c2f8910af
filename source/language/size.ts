import type {Language} from './say.ts';

const steps = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** A size for people, in steps of 1024: `84 KB`, `2,1 MB`. */
export const size = (bytes: number, language: Language): string => {
	let value = bytes;
	let step = 0;
	while (value >= 1000 && step < steps.length - 1) {
		value /= 1024;
		step++;
	}
	const digits = step > 1 && value < 10 ? 1 : 0;
	const number = new Intl.NumberFormat(language, {maximumFractionDigits: digits}).format(value);
	return `${number} ${steps[step]}`;
};
