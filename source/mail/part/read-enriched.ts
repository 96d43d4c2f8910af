/** One run of lines that a command encloses: what stands in `<param>` is for the command. */
const parameters = /<param>[^<]{0,1000}<\/param>/giu;
const command = /<\/?[a-z0-9-]{1,60}>/giu;

/**
 * The words of text/enriched (RFC 1896): commands in brackets, `<<` for the bracket itself, and one line end
 * less than stand there where lines are not kept.
 */
export const readEnriched = (text: string): string =>
	text
		.split('<<')
		.map(piece =>
			piece
				.replace(parameters, '')
				.replace(/(?<!\n)\n(?!\n)/gu, ' ')
				.replace(/\n(\n+)/gu, '$1')
				.replace(command, ''),
		)
		.join('<');
