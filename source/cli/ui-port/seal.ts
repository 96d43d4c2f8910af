import type {UiPorts} from '../../ui/ports.ts';

/** Reading mails is loaded when the first one is checked: a screen that checks none starts without it. */
export const checkSeal: UiPorts['checkSeal'] = async raw => {
	const seal = await import('../../mail/seal/check-seal.ts');
	return seal.checkSeal(Buffer.from(raw), {keyFile: null});
};
