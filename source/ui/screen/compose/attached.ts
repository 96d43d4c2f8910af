import {size} from '../../../language/size.ts';
import type {Look} from '../../part/look.ts';
import type {ComposerState} from '../../state/composer-state.ts';
import type {State} from '../../state/state.ts';

/** What goes with the mail: the files with their sum against the limit, the original as a file. */
export const attachedText = (composer: ComposerState, state: State, {say}: Look): string => {
	const {attachments, originalAs} = composer;
	const names = [
		...attachments.map(file => file.name),
		...(originalAs === 'eml' ? [say('composer.asFile')] : []),
	];
	if (attachments.length === 0) return names.join(', ');
	const sum = attachments.reduce((bytes, file) => bytes + file.size, 0);
	return say('composer.files', {
		files: names.join(', '),
		size: size(sum, say.language),
		most: size(state.me?.desk.maxMailBytes ?? 0, say.language),
	});
};
