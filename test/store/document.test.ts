import {storeContract} from './contract.ts';
import {openEmptyFolder} from './folder.ts';

storeContract('document', async () => {
	const {open, remove} = openEmptyFolder();
	const store = await open();
	return {
		store,
		close: async () => {
			await store.close();
			remove();
		},
	};
});
