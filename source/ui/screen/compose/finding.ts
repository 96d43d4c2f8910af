import {isHandChannel} from '../../../domain/channel.ts';
import type {Draft} from '../../../domain/message.ts';
import {checkReply, type ReplyFinding} from '../../../domain/reply/check-reply.ts';
import {ownAddresses} from '../../../domain/reply/sender.ts';
import {textOf} from '../../../domain/text/text-buffer.ts';
import type {Say, TextKey} from '../../../language/say.ts';
import {wrongAddresses} from '../../compose/address-line.ts';
import {draftOf} from '../../compose/draft-of.ts';
import {hasNewer} from '../../compose/has-newer.ts';
import type {Look} from '../../part/look.ts';
import type {ComposerState} from '../../state/composer-state.ts';
import type {State} from '../../state/state.ts';

/** What is odd about an answer, in words. */
export const findingText = (finding: ReplyFinding, say: Say): string => {
	const key = `finding.${finding.name}` as TextKey;
	switch (finding.name) {
		case 'variables-unfilled':
			return say(key, {variables: finding.variables.join(' ')});
		case 'attachment-missing':
			return say(key, {word: finding.word});
		case 'many-recipients':
			return say(key, {n: finding.count});
		case 'new-recipients':
			return say(key, {addresses: finding.addresses.join(', ')});
		default:
			return say(key);
	}
};

/** A note needs somebody, a subject and a text as much as a mail does. */
const noteFindings = (draft: Draft, {say}: Look): readonly string[] => [
	...(draft.subject === '' ? [say('finding.subject-empty')] : []),
	...(draft.text.trim() === '' ? [say('finding.text-empty')] : []),
];

const mailFindings = (
	composer: ComposerState,
	draft: Draft,
	{state, look}: {readonly state: State; readonly look: Look},
): readonly string[] => {
	const {say} = look;
	const own = ownAddresses(state.me?.accounts ?? []);
	const wrong = wrongAddresses([...draft.to, ...draft.cc, ...draft.bcc]);
	const names = state.presence.get(composer.number)?.writing ?? [];
	return [
		...(hasNewer(composer, state) || composer.force ? [say('finding.newer')] : []),
		...(wrong.length > 0 ? [say('finding.wrong-address', {addresses: wrong.join(', ')})] : []),
		...checkReply(draft, {ticket: composer.ticket, own}).map(finding => findingText(finding, say)),
		...(names.length > 0 ? [say('ticket.writing', {names: names.join(', ')})] : []),
	];
};

/** What the review points out about an answer, in words; empty when all is well. */
export const findings = (composer: ComposerState, state: State, look: Look): readonly string[] => {
	if (composer.kind === 'comment')
		return textOf(composer.body).trim() === '' ? [look.say('finding.text-empty')] : [];
	const draft = draftOf(composer, state.me?.agent.login ?? '', state.now);
	return isHandChannel(composer.kind)
		? noteFindings(draft, look)
		: mailFindings(composer, draft, {state, look});
};
