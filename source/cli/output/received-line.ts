import type {ReceiveOutcome} from '../../desk/desk.ts';

/** What became of a mail, in words that programs may read: `imported 202611230417 new`. */
export const receivedLine = ({number, result, reason}: ReceiveOutcome): string =>
	['imported', number ?? '-', result, ...(reason === null ? [] : [reason])].join(' ');
