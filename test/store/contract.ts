import type {Store} from '../../source/store/store.ts';
import {contractOfFiles} from './contract-files.ts';
import {contractOfLedger} from './contract-ledger.ts';
import {contractOfSettings} from './contract-settings.ts';
import {contractOfTickets} from './contract-tickets.ts';

/** Opens an empty store; `close` also throws away what it kept. */
export type OpenEmpty = () => Promise<{readonly store: Store; readonly close: () => Promise<void>}>;

/** What every store must do, whatever it keeps its documents in. */
export const storeContract = (name: string, open: OpenEmpty): void => {
	contractOfTickets(name, open);
	contractOfLedger(name, open);
	contractOfSettings(name, open);
	contractOfFiles(name, open);
};
