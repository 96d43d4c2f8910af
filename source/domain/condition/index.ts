import type {Condition, ConditionField} from './condition.ts';
import {recipient} from './recipient.ts';
import {sender} from './sender.ts';
import {senderName} from './sender-name.ts';
import {subject} from './subject.ts';

/** Everything that rules can ask of a mail, in the order of editors and lists. */
export const conditions: readonly Condition[] = [recipient, sender, senderName, subject];

export const conditionByField: ReadonlyMap<ConditionField, Condition> = new Map(
	conditions.map(condition => [condition.field, condition]),
);
