import type {Draft} from '../../domain/message.ts';
import type {Typed} from './prompt.ts';
import type {Session} from './session.ts';

const put = async ({desk}: Session, number: string, draft: Draft): Promise<boolean> => {
	const answer = await desk.perform([
		{id: crypto.randomUUID(), number, action: 'draft', input: {draft}},
	]);
	return answer.ok && answer.value[0]?.ok === true;
};

/**
 * Asks for a text and keeps it as a draft of the ticket line by line: what ends this program takes no
 * more than the last one. A text that was not ended stays a draft; then nothing more is to be done.
 */
export const askKept = async (
	session: Session,
	number: string,
	draftWith: (text: string) => Draft,
	/** There is a text already: what is typed goes below it, or nothing does. */
	{mayBeEmpty = false}: {readonly mayBeEmpty?: boolean} = {},
): Promise<Typed> => {
	const {say, tell, prompt} = session;
	let newest: (() => string) | null = null;
	let isKept = false;
	let keeping: Promise<void> | null = null;
	const keepNewest = async (): Promise<void> => {
		while (newest !== null) {
			const text = newest();
			newest = null;
			isKept = text === '' || (await put(session, number, draftWith(text)));
		}
		keeping = null;
	};
	const keep = (read: () => string): void => {
		newest = read;
		keeping ??= keepNewest();
	};
	tell(say(mayBeEmpty ? 'plain.textBelow' : 'plain.text'));
	const typed = await prompt.askText(keep);
	await keeping;
	const isLeft = typed.end !== 'dot' && typed.text !== '' && isKept;
	if (isLeft) tell(say('plain.kept'));
	else if (typed.end !== 'dot' || (typed.text === '' && !mayBeEmpty))
		tell(say('plain.nothingWritten'));
	return typed;
};
