import type {Kind} from '../schema/decode.ts';

/** One step forward of one kind of document. Pure: old JSON in, new JSON with a higher `v` out. */
export type Migration = {
	readonly kind: Kind;
	/** The version it starts from; it leads to the next one. */
	readonly from: number;
	readonly up: (document: Readonly<Record<string, unknown>>) => Record<string, unknown>;
};

/** Every step ever made, one file each (`0001-….ts`). Version 1 is the first one: none so far. */
export const migrations: readonly Migration[] = [];
