import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {renderScreen} from '../render.tsx';

const letter = (name: string): Promise<Buffer> =>
	readFile(new URL(`../../mail/letter/${name}.eml`, import.meta.url));

const closed = /verschlüsselt/u;

test('an encrypted mail is opened on the screen, and nothing of it is kept', async () => {
	const screen = await renderScreen();
	try {
		const received = await screen.desk
			.as('krause')
			.receive({raw: await letter('encrypted-with-pgp'), account: null, queue: null});
		assert.ok(received.ok);
		await screen.see('Frage zur Bestellung');
		await screen.press('g', 'enter');
		assert.match(await screen.frame(), closed);
		screen.ports.seal = {
			kind: 'pgp',
			tool: 'gpg',
			state: 'opened',
			by: '',
			text: 'Der Schlüssel liegt unter der Matte.',
		};
		await screen.press('I');
		await screen.see('Die Mail war verschlüsselt und ließ sich öffnen.');
		await screen.see('Der Schlüssel liegt unter der Matte.');
		await screen.press('q', 'enter');
		assert.doesNotMatch(await screen.frame(), /unter der Matte/u);
	} finally {
		await screen.close();
	}
});

test('a signature that does not fit is said in words above the mail', async () => {
	const screen = await renderScreen({language: 'en'});
	try {
		const raw = await letter('signed-pgp-inline');
		const received = await screen.desk.as('krause').receive({raw, account: null, queue: null});
		assert.ok(received.ok);
		await screen.see('Frage zur Bestellung');
		await screen.press('g', 'enter');
		screen.ports.seal = {kind: 'pgp', tool: 'gpg', state: 'bad', by: 'Erika', text: null};
		await screen.press('I');
		await screen.see('The signature is bad: the mail was changed (Erika).');
	} finally {
		await screen.close();
	}
});

test('where no mail is signed or encrypted, checking is not offered, with the reason', async () => {
	const screen = await renderScreen();
	try {
		await screen.press('enter', 'I');
		await screen.see('keine signierte oder verschlüsselte');
	} finally {
		await screen.close();
	}
});
