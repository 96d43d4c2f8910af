import {dayOf} from '../../../domain/day.ts';
import type {TextKey} from '../../../language/say.ts';
import type {Words} from '../../state/undo-state.ts';

/** What a form holds: a text for each field. Toggles are `on` or empty, lists have commas. */
export type Values = Readonly<Record<string, string>>;

export type Option = {readonly value: string; readonly label: Words | string};

type Described = {
	/** Also the name in the schema. */
	readonly name: string;
	readonly label: TextKey;
	/** Said below the form while the field has the cursor. */
	readonly help?: TextKey;
	/** Said when the schema refuses the value; without it a general text. */
	readonly fault?: TextKey;
	/** Why the field cannot be changed now. */
	readonly locked?: TextKey | undefined;
};

/** One field of a form. Every kind is edited as a text of its own; see README.md. */
export type Field =
	| (Described & {readonly kind: 'text' | 'lines' | 'toggle' | 'date' | 'time' | 'list' | 'secret'})
	| (Described & {readonly kind: 'number'; readonly min?: number; readonly max?: number})
	| (Described & {
			readonly kind: 'choice';
			readonly options: readonly Option[];
			/** Choosing adds rows with these values instead of keeping a value of its own. */
			readonly adds?: (value: string) => Values;
	  })
	/** A line between fields; never has the cursor. */
	| (Described & {readonly kind: 'heading'});

/** A value that is typed anew rather than changed: its text is selected when the cursor comes. */
export const isTypedAnew = ({kind}: Field): boolean =>
	['number', 'date', 'time', 'secret'].includes(kind);

export const toggleValue = (on: boolean): string => (on ? 'on' : '');

export const isOn = (value: string | undefined): boolean => value === 'on';

/** A text as it counts: without the blanks around it. */
export const textValue = (text: string | undefined): string => (text ?? '').trim();

/** The parts of a list as typed: commas, semicolons and blanks between them. */
export const listValue = (text: string | undefined): readonly string[] =>
	(text ?? '').split(/[\s,;]+/u).filter(part => part !== '');

export const numberValue = (text: string | undefined): number =>
	/^-?\d{1,15}$/u.test(textValue(text)) ? Number(text) : Number.NaN;

/** `2026-11-23` from a date as typed (also `23.11.2026`); null for none or an empty text. */
export const dateValue = (text: string | undefined): string | null => dayOf(text ?? '');
