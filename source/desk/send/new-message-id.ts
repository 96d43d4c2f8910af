import {signMessageId} from '../../domain/message-id.ts';
import type {DeskParts} from '../parts.ts';

/** A Message-ID of our own, signed where the desk has a secret for it. */
export const newMessageId = (
	{clock, sign}: Pick<DeskParts, 'clock' | 'sign'>,
	{number, domain}: {readonly number: string; readonly domain: string},
): string => {
	const id = clock.newId().replaceAll(/[^A-Za-z0-9]/gu, '') + clock.newId();
	return sign
		? signMessageId({number, id, domain}, sign)
		: `<${number}.${id}@${domain || 'localhost'}>`;
};
