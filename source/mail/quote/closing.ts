import type {Line} from './tail.ts';

/** Lines that a closing has at most: two of words, and a name. */
const maxClosing = 4;

const closes =
	/^[\s*_]*(?:(?:mit |viele |vielen |beste |schöne |liebe |herzliche |freundliche[nr]? )*(?:gr(?:u|ü|ue)(?:ß|ss)e?n?|dank)\b|mfg|lg|vg|danke|tschüss?|(?:kind |best |warm |with )*(?:regards|wishes)|regards|thanks|thank you|cheers|sincerely|yours|(?:bien )?cordialement|merci|bonne journée|saludos|un saludo|gracias|cordiali saluti|saluti|grazie|(?:met )?vriendelijke groet(?:en)?|groet(?:en|jes)?|bedankt|(?:com os )?melhores cumprimentos|cumprimentos|obrigad[oa]|(?:z )?pozdrowieni\p{L}+|pozdrawiam|s pozdravem|med vänliga? hälsning(?:ar)?|(?:med )?venlig hilsen|hilsen|mvh)/iu;

const isClosing = (lines: readonly Line[]): boolean => {
	const filled = lines.filter(line => line.kind === 'own');
	return (
		filled.length <= maxClosing &&
		closes.test(filled[0]?.text ?? '') &&
		filled.every(({text}) => text.trim().length <= 50 && !/[?]\s*$/u.test(text))
	);
};

/** An answer above the one quote, and below it the closing alone: the quote parts what belongs together. */
export const withoutQuoteAboveClosing = (lines: readonly Line[]): readonly Line[] => {
	const first = lines.findIndex(line => line.kind === 'quote');
	const last = lines.findLastIndex(line => line.kind === 'quote');
	const above = lines.slice(0, Math.max(first, 0));
	const below = lines.slice(last + 1);
	const parted = lines.slice(first, last + 1).some(line => line.kind === 'own');
	if (first < 0 || parted || !above.some(line => line.kind === 'own') || !isClosing(below)) {
		return lines;
	}
	const end = above.findLastIndex(line => line.kind !== 'blank') + 1;
	const start = below.findIndex(line => line.kind !== 'blank');
	return [...above.slice(0, end), {text: '', kind: 'blank'}, ...below.slice(start)];
};
