import type {Condition} from './condition.ts';

export const subject: Condition = {
	field: 'subject',
	compared: 'text',
	texts: mail => [mail.subject],
};
