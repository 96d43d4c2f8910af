import {isHandChannel} from '../../domain/channel.ts';
import {type Layout, layOut} from '../../domain/text/layout.ts';
import type {ComposerState} from './composer-state.ts';
import {composerWidth, footHeight} from './geometry.ts';
import type {Size, State} from './state.ts';

let last: Layout | undefined;

/** The visual rows of a composer's body. Only lines changed since the last call are wrapped again. */
export const bodyLayout = (composer: ComposerState, size: Size): Layout => {
	last = layOut({
		lines: composer.body.lines,
		width: Math.max(8, composerWidth(size) - 1),
		previous: last,
	});
	return last;
};

/** Header fields that a kind of text has. */
export const shownFields = (composer: ComposerState) =>
	composer.kind === 'comment'
		? ([] as const)
		: isHandChannel(composer.kind)
			? (['from', 'subject'] as const)
			: composer.fields.bcc.lines[0] === '' && composer.focus !== 'bcc'
				? (['to', 'cc', 'from', 'subject'] as const)
				: (['to', 'cc', 'bcc', 'from', 'subject'] as const);

/** Rows of the body that fit on the screen: without title, fields, two rules, notes and hints. */
export const bodyRows = (state: State, composer: ComposerState): number =>
	Math.max(1, state.size.rows - 3 - shownFields(composer).length - footHeight);
