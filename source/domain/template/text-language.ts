const words: Readonly<Record<'de' | 'en', RegExp>> = {
	de: /(?<!\p{L})(?:und|der|die|das|ich|wir|nicht|ist|mit|bitte|ein|eine|auf|für|haben|guten|sehr|vielen|ihre?|mein)(?!\p{L})/giu,
	en: /(?<!\p{L})(?:and|the|is|not|with|please|an?|of|for|have|we|you|your|my|hello|dear|thanks?|this|that|to)(?!\p{L})/giu,
};

/** Longer texts say no more about it. */
const enough = 4000;

/** German or English by the small words of a text; null when they do not tell. */
export const textLanguage = (text: string): 'de' | 'en' | null => {
	const start = text.slice(0, enough);
	const count = (language: 'de' | 'en') => (start.match(words[language]) ?? []).length;
	const [de, en] = [count('de'), count('en')];
	return de === en ? null : de > en ? 'de' : 'en';
};
