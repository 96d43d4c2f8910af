import type {ImapFlowError} from 'imapflow';

/**
 * The server's refusal of one question, when others may be asked: Exchange says NO to a whole FETCH if
 * it cannot convert one of its mails. Null when it answered. Throws every other error of imapflow,
 * also that of a server that is asked too much.
 */
export const refusalOf = async (work: Promise<unknown>): Promise<ImapFlowError | null> => {
	try {
		await work;
		return null;
	} catch (error) {
		const failure = error as ImapFlowError;
		const {responseStatus, code} = failure;
		if ((responseStatus === 'NO' || responseStatus === 'BAD') && code !== 'ETHROTTLE')
			return failure;
		throw error;
	}
};
