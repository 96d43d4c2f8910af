import {readFile} from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import type {UiPorts} from '../../ui/ports.ts';
import {setupSteps} from '../../ui/setup/setup-state.ts';
import {writeDurably} from '../write-durably.ts';
import {deskKey} from './desk-key.ts';

const values = v.record(v.string(), v.string());

const keptInput = v.object({
	step: v.picklist(setupSteps),
	values: v.object({
		language: v.exactOptional(values),
		account: v.exactOptional(values),
		team: v.exactOptional(values),
		import: v.exactOptional(values),
	}),
	declined: v.boolean(),
});

/** Where the first-run wizard of a data folder stands, in a file of the person's own. */
export const keptSetupPorts = (
	stateFolder: string,
	dataFolder: string,
): Pick<UiPorts, 'keepSetup' | 'keptSetup'> => {
	const file = path.join(stateFolder, `setup-${deskKey(dataFolder)}.json`);
	return {
		keepSetup: kept => {
			try {
				writeDurably(file, JSON.stringify(kept));
			} catch {
				// Then the wizard begins anew; what its steps have saved is there.
			}
		},
		keptSetup: async () => {
			try {
				const parsed = v.safeParse(keptInput, JSON.parse(await readFile(file, 'utf8')));
				return parsed.success ? parsed.output : null;
			} catch {
				return null;
			}
		},
	};
};
