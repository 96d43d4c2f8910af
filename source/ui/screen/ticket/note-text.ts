import type {Message} from '../../../domain/message.ts';
import {readNote} from '../../../domain/receive/note.ts';
import {isTextKey, type Say} from '../../../language/say.ts';

/** What was noticed about a mail when it came, in words. */
export const noteText = (note: string, say: Say): string => {
	const {key, values} = readNote(note);
	return isTextKey(key) ? say(key, values) : note;
};

/** Whose address a notice of failure speaks of, and why. */
export const bounceText = ({bounce}: Message, say: Say): string => {
	if (bounce === null) return '';
	const failed = [bounce, ...(bounce.others ?? [])].map(({address}) => address);
	return say('ticket.bounce', {
		address: failed.join(', '),
		status: bounce.status,
		why: bounce.reason,
	});
};
