import type {Call} from '../command.ts';

/** Says which file could not be read, with the system's reason. */
export const tellUnreadable = (call: Call, path: string, error: unknown): void => {
	const {code, message} = error as NodeJS.ErrnoException;
	call.tell(`raute: ${call.say('cli.file-unreadable', {path, text: code ?? message})}`);
};
