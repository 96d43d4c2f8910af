import type {Result} from '../../domain/result.ts';
import type {Submitted} from '../../mail/mail.ts';
import {hardStatus} from '../automatic/silence-bounced.ts';

/**
 * Recipients that the server refused at once because there is no such mailbox (5.1.1): a bounce
 * without a mail. An answer to the whole mail counts only when it went to one.
 */
export const undeliverable = (
	submitted: Result<Submitted>,
	to: readonly string[],
): readonly string[] => {
	if (submitted.ok)
		return submitted.value.refused
			.filter(({text}) => text.includes(hardStatus))
			.map(({address}) => address);
	const {name, details} = submitted.problem;
	const isHard = name === 'smtp-permanent' && String(details['text']).includes(hardStatus);
	return isHard && to.length === 1 ? to : [];
};
