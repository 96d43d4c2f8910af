const english = [
	'jan',
	'feb',
	'mar',
	'apr',
	'may',
	'jun',
	'jul',
	'aug',
	'sep',
	'oct',
	'nov',
	'dec',
];

/**
 * Month names of clients that translate the header against the standard, by their first letters: German,
 * Dutch, Swedish, Polish, French, Spanish, Italian, Portuguese, Turkish, Russian. A name that means two
 * months (`lis` is November in Polish and October in Czech) is left out.
 */
const translated = [
	'jän ene gen oca sty янв',
	'fév lut fev şub фев',
	'mär mrz mrt mar marz мар',
	'avr abr kwi nis апр',
	'mai maj mei mag may май мая',
	'juin giu cze haz июн',
	'juil lug lip tem июл',
	'aoû aou ago ağu sie авг',
	'set wrz eyl сен',
	'okt ott out eki paź окт',
	'kas ноя',
	'dez dic déc gru ara дек',
].map(names => names.split(' '));

const byNumber = /^(\d{1,2})-month$/u;

/** The month that a name means, from 0; -1 for none. `3-month` is the third. */
export const monthOf = (name: string): number => {
	const number = byNumber.exec(name)?.[1];
	if (number !== undefined) return Number(number) - 1;
	const lower = name.toLowerCase();
	const known = english.indexOf(lower.slice(0, 3));
	if (known >= 0) return known;
	const long = translated.findIndex(names => names.includes(lower.slice(0, 4)));
	return long >= 0 ? long : translated.findIndex(names => names.includes(lower.slice(0, 3)));
};
