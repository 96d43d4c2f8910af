import * as v from 'valibot';
import {originSchema} from './mail-parts.ts';

/** `intake/<id>.json`, `domain/receive/intake-document.ts`. */
export const intakeSchema = v.object({
	v: v.number(),
	id: v.string(),
	kind: v.picklist(['skipped', 'quarantined']),
	reason: v.string(),
	origin: originSchema,
	raw: v.nullable(v.string()),
	tries: v.number(),
	at: v.string(),
});
