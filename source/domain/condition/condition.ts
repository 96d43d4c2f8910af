import type {Rule} from '../desk-document.ts';
import type {Compared} from '../rule/pattern.ts';
import type {RuleMail} from '../rule/rule-mail.ts';

export type ConditionField = Rule['conditions'][number]['field'];

/** One thing of a mail that rules can ask for. One file each; `index.ts` is the list that editors read. */
export type Condition = {
	readonly field: ConditionField;
	readonly compared: Compared;
	/** The texts of which one must match. */
	readonly texts: (mail: RuleMail) => readonly string[];
};
