import {isRecord} from '../../domain/is-record.ts';
import {fail, ok, type Result} from '../../domain/result.ts';

/** What a piece of text means; never a colour. */
export const roles = [
	'text',
	'faint',
	'accent',
	'ok',
	'warn',
	'bad',
	'unread',
	'mark',
	'cursor',
	'quote',
	'comment',
	'border',
] as const;

export type Role = (typeof roles)[number];

/** Props of Ink's `<Text>`. */
export type Style = {
	readonly color?: string;
	readonly backgroundColor?: string;
	readonly bold?: boolean;
	readonly dimColor?: boolean;
	readonly italic?: boolean;
	readonly underline?: boolean;
	readonly inverse?: boolean;
};

/** `<Text {...theme.cursor}>` draws text in the role of the cursor. */
export type Theme = Readonly<Record<Role, Style>>;

const colourNames = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];
const flags = ['bold', 'dimColor', 'italic', 'underline', 'inverse'];

const isColour = (value: unknown): boolean =>
	typeof value === 'string' &&
	(/^#[\da-f]{6}$/i.test(value) ||
		value === 'gray' ||
		colourNames.includes(value.replace(/Bright$/, '')));

const isStylePart = ([key, value]: readonly [string, unknown]): boolean =>
	flags.includes(key)
		? typeof value === 'boolean'
		: (key === 'color' || key === 'backgroundColor') && isColour(value);

const isStyle = (value: unknown): value is Style =>
	isRecord(value) && Object.entries(value).every(isStylePart);

/**
 * Reads a theme file: `{"name", "ground", "roles": {role: style}}`. Roles left out look like plain
 * text. Fails with `input-invalid` and the name of the role at fault, since Ink would fail on an
 * unknown colour only while drawing.
 */
export const parseTheme = (file: unknown): Result<Theme> => {
	const given = isRecord(file) ? file['roles'] : undefined;
	if (!isRecord(given)) return fail('input-invalid', {field: 'roles'});
	for (const [role, style] of Object.entries(given)) {
		const isKnown = roles.some(known => known === role);
		if (!isKnown || !isStyle(style)) return fail('input-invalid', {field: role});
	}
	const found = roles.map(role => [role, given[role] ?? {}]);
	return ok(Object.fromEntries(found) as Theme);
};
