import type {Account} from '../account/account.ts';
import type {Agent} from '../agent.ts';
import {type Filled, fillTemplate, hasClosing, templateValues} from '../template/template.ts';
import type {Ticket} from '../ticket.ts';
import {signatureBlock} from './reply.ts';

export type FillParts = {
	readonly ticket: Ticket;
	readonly agent: Pick<Agent, 'name' | 'signature'>;
	/** The account that the answer leaves from. */
	readonly account: Pick<Account, 'name' | 'address' | 'signature'> | null;
};

/** A template's text for an answer of this agent on this ticket. */
export const filledFor = (text: string, parts: FillParts): Filled =>
	fillTemplate(text, templateValues(parts));

/**
 * The text of a draft in which a template was inserted. A template that closes by itself takes the
 * place of the agent's own closing words, which a new draft has at its end.
 */
export const withoutSecondClosing = (
	text: string,
	template: string,
	{agent, account}: Omit<FillParts, 'ticket'>,
): string => {
	if (agent.signature.trim() === '' || !hasClosing(template)) return text;
	const both = signatureBlock(agent.signature, account?.signature ?? '');
	const at = text.indexOf(`\n\n${both}`);
	if (at < 0) return text;
	const one = signatureBlock('', account?.signature ?? '');
	const rest = text.slice(at + 2 + both.length);
	return `${text.slice(0, at)}${one === '' ? '' : `\n\n${one}`}${rest}`;
};
