import type {Condition} from './condition.ts';

export const senderName: Condition = {
	field: 'senderName',
	compared: 'text',
	texts: mail => mail.senderNames,
};
