import type {Silence} from '../../domain/automatic/silence.ts';
import {longTime} from '../../language/when.ts';
import type {Speaker} from '../command.ts';

/** Why an address is silent, and until when. */
export const silenceWords = ({say, language}: Speaker, {reason, until}: Silence): string =>
	say(reason === 'bounce' ? 'cli.silenced.bounce' : 'cli.silenced.loop', {
		time: longTime(until, language),
	});
