import {homedir} from 'node:os';
import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** A folder of the XDG Base Directory Specification; a relative value is to be ignored, it says. */
const xdg = (environment: Environment, variable: string, otherwise: string): string => {
	const value = environment[variable];
	const base = value && path.isAbsolute(value) ? value : path.join(homedir(), otherwise);
	return path.join(base, 'raute');
};

/** Where things are kept. `data` is the desk; the others belong to the person at the screen. */
export type Place = {
	readonly data: string;
	/** `keys.json`, `look.json`, `views.json`. */
	readonly config: string;
	/** Drafts kept while the desk was away, crash notes. */
	readonly state: string;
	/** The program as Node compiled it (see the launcher); may be deleted at any time. */
	readonly cache: string;
};

/** @param wish the value of `--data` */
export const placeOf = (environment: Environment, wish: string | null): Place => {
	const data = wish ?? environment['RAUTE_DATA'];
	return {
		data: data ? path.resolve(data) : xdg(environment, 'XDG_DATA_HOME', '.local/share'),
		config: xdg(environment, 'XDG_CONFIG_HOME', '.config'),
		cache: xdg(environment, 'XDG_CACHE_HOME', '.cache'),
		state: xdg(environment, 'XDG_STATE_HOME', '.local/state'),
	};
};
