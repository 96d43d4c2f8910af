import {textOf} from '../../../domain/text/text-buffer.ts';
import type {FormState} from '../settings-state.ts';
import type {Values} from './field.ts';

/** What stands in the form now. */
export const valuesOf = (form: FormState): Values =>
	Object.fromEntries(Object.entries(form.buffers).map(([name, buffer]) => [name, textOf(buffer)]));
