import {openMemoryStore} from '../../source/store/memory/open-memory-store.ts';
import {must} from '../result.ts';
import {storeContract} from './contract.ts';
import {fixedClock} from './sample.ts';

storeContract('memory', async () => {
	const store = must(await openMemoryStore({clock: fixedClock(), log: () => undefined}));
	return {store, close: () => store.close()};
});
