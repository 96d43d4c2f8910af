import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Desk} from '../../../source/desk/desk.ts';
import {ok} from '../../../source/domain/result.ts';
import {renderScreen} from '../render.tsx';
import {found, newCalls, passed, played} from './played-servers.ts';

/** A promise that the test keeps when it likes. */
const later = () => {
	let keep = () => {};
	const kept = new Promise<void>(resolve => {
		keep = resolve;
	});
	return {kept, keep};
};

test('servers of an address that was corrected meanwhile do not get into the form', async () => {
	const first = later();
	const wrap = (desk: Desk): Desk => ({
		...played(newCalls())(desk),
		discover: async address => {
			if (address === 'hilfe@firma.example') return ok(found(address));
			await first.kept;
			const imap = {...found(address).imap, host: 'imap.wrong.example'};
			return ok({...found(address), imap} as ReturnType<typeof found>);
		},
	});
	const screen = await renderScreen({login: 'krause', setup: 'now', wrap});
	try {
		await screen.press('enter', ...'x@wrong.example', 'tab', 'shift+tab');
		await screen.press('ctrl+u', ...'hilfe@firma.example', 'tab');
		await screen.see(/IMAP-Server +imap\.firma\.example/u);
		first.keep();
		assert.doesNotMatch(await screen.frame(), /wrong/u);
	} finally {
		await screen.close();
	}
});

test('the count of mails is that of the date in the form, also when an older answer comes last', async () => {
	const asked = later();
	const first = later();
	const wrap = (desk: Desk): Desk => ({
		...played(newCalls())(desk),
		testAccount: async account => {
			const isLast = account.fromDate !== null;
			if (account.ticketsEnabled && !isLast) {
				asked.keep();
				await first.kept;
			}
			return ok({
				...passed,
				counts: {...passed.counts, toImport: isLast ? 12 : 9000},
			} as typeof passed);
		},
	});
	const screen = await renderScreen({login: 'krause', setup: 'now', wrap});
	try {
		await screen.press('enter', ...'hilfe@firma.example', 'tab', 'tab', ...'geheim', 'enter');
		await screen.see('Schritt 3 von 4');
		await screen.press('enter');
		await screen.see('Zählt die Mails');
		await asked.kept;
		await screen.press(...'1.11.2026');
		await screen.see('Enter liest 12 Mails ein.');
		first.keep();
		assert.match(await screen.frame(), /Enter liest 12 Mails ein\./u);
	} finally {
		await screen.close();
	}
});
