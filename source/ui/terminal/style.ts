/** The slots of SGR that Ink's chalk sets and resets one by one. */
type Slots = Map<string, string>;

const isWithin = (code: number, from: number, to: number): boolean => code >= from && code <= to;

const slotOf = (code: number): string | undefined => {
	if (isWithin(code, 1, 2)) return `weight${code}`;
	if (isWithin(code, 3, 9) && code !== 6) return `attribute${code}`;
	if (isWithin(code, 30, 37) || isWithin(code, 90, 97)) return 'colour';
	if (isWithin(code, 40, 47) || isWithin(code, 100, 107)) return 'ground';
	return code === 53 ? 'overline' : undefined;
};

/** The slots a resetting code empties; undefined when the code sets something. */
const slotsReset = (slots: Slots, code: number): Iterable<string> | undefined => {
	if (code === 0) return [...slots.keys()];
	if (code === 22) return ['weight1', 'weight2'];
	if (isWithin(code, 23, 29)) return [`attribute${code - 20}`];
	if (code === 39) return ['colour'];
	if (code === 49) return ['ground'];
	return code === 55 ? ['overline'] : undefined;
};

/** How many parameters an extended colour takes: `38;5;n` three, `38;2;r;g;b` five. */
const extendedLength = (codes: readonly number[], at: number): number =>
	codes[at + 1] === 5 ? 3 : codes[at + 1] === 2 ? 5 : 0;

/** Applies the code at `at`. Returns how many parameters it took, 0 when it is not known. */
const applyOne = (slots: Slots, codes: readonly number[], at: number): number => {
	const code = codes[at] ?? 0;
	if (code === 38 || code === 48) {
		const length = extendedLength(codes, at);
		slots.set(code === 38 ? 'colour' : 'ground', codes.slice(at, at + length).join(';'));
		return length;
	}
	const emptied = slotsReset(slots, code);
	if (emptied !== undefined) {
		for (const slot of emptied) slots.delete(slot);
		return 1;
	}
	const slot = slotOf(code);
	if (slot === undefined) return 0;
	slots.set(slot, String(code));
	return 1;
};

/** Applies the parameters of one SGR sequence. False when one of them is not known. */
const apply = (slots: Slots, parameters: string): boolean => {
	const codes = parameters.split(';').map(Number);
	let at = 0;
	while (at < codes.length) {
		const length = applyOne(slots, codes, at);
		if (length === 0) return false;
		at += length;
	}
	return true;
};

/** Follows SGR sequences. The style is the list of parameters that sets it, '' for the default. */
export const createStyle = () => {
	const slots: Slots = new Map();
	let current = '';
	return {
		/** False when the sequence holds something unknown; the style is then worthless. */
		apply(parameters: string): boolean {
			const isKnown = apply(slots, parameters);
			current = [...slots.keys()]
				.sort()
				.map(slot => slots.get(slot))
				.join(';');
			return isKnown;
		},
		current: (): string => current,
	};
};

/** The bytes that lead from one style to another. */
export const styleChange = (from: string, to: string): string => {
	if (from === to) return '';
	if (to === '') return '\u001B[m';
	return from === '' ? `\u001B[${to}m` : `\u001B[0;${to}m`;
};
