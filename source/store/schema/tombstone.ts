import * as v from 'valibot';
import type {Origin} from '../../domain/message.ts';
import {originSchema} from './mail-parts.ts';

/**
 * What stays of a removed ticket, in the place of its document: the number is not given again, and
 * the ledger still knows where its mails came from, so that none is imported a second time. Names,
 * addresses and texts are gone.
 */
export type Tombstone = {
	readonly v: number;
	readonly number: string;
	readonly removedAt: string;
	readonly origins: readonly Origin[];
};

export const tombstoneVersion = 1;

export const tombstoneSchema = v.object({
	v: v.number(),
	number: v.string(),
	removedAt: v.string(),
	origins: v.array(originSchema),
});

export const isTombstone = (document: object): document is Tombstone => 'removedAt' in document;
