import {isTextKey, type Say} from './say.ts';

/** What a delivery keeps of its last failure: a code of the server or the name of a problem. */
export type DeliveryError = {readonly code: string; readonly text: string};

/** Why a mail did not get out: in our words where the reason is ours, else in those of the server. */
export const sayDeliveryError = (say: Say, error: DeliveryError | null): string => {
	if (error === null) return '';
	const {code, text} = error;
	if (code === 'interrupted') return say('delivery.interrupted');
	if (code === 'recipient-refused') return text;
	const key = `problem.${code}.what`;
	if (!isTextKey(key)) return text;
	return say(key, text === code ? {} : {text});
};

/** What one does about a mail that did not get out, by commands; without a number with a word for it. */
export const sayDeliveryHelp = (say: Say, state: string, number: string | null): string => {
	const key = `delivery.help.${state}`;
	return isTextKey(key) ? say(key, {number: number ?? say('delivery.number')}) : '';
};
