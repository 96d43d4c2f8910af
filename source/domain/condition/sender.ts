import type {Condition} from './condition.ts';

export const sender: Condition = {
	field: 'sender',
	compared: 'address',
	texts: mail => mail.senders,
};
