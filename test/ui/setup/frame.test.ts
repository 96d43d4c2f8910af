import {test} from 'node:test';
import {createSay} from '../../../source/language/say.ts';
import {checkFrame} from '../golden.ts';
import {renderScreen} from '../render.tsx';
import {newCalls, passed, played, server} from './played-servers.ts';

const refused = {name: 'sign-in-refused' as const, details: {text: '535 wrong password'}};

for (const language of ['de', 'en'] as const) {
	for (const [columns, rows] of [
		[80, 24],
		[40, 16],
	] as const) {
		test(`the steps of the wizard in ${language} at ${columns}x${rows}`, async () => {
			const say = createSay(language);
			const calls = newCalls();
			calls.answer = {...passed, smtp: {...server('smtp.firma.example', 587), problem: refused}};
			const size = {columns, rows};
			const desk = {login: 'krause', setup: 'now', wrap: played(calls)} as const;
			const screen = await renderScreen({...desk, language, ...size});
			const name = (step: string) => `setup-${step}.${columns}x${rows}.${language}`;
			try {
				await screen.press('enter', ...'hilfe@firma.example', 'tab', 'tab', ...'geheim', 'enter');
				await screen.see(/535/u);
				checkFrame(name('refused'), await screen.frame());
				calls.answer = passed;
				await screen.press('enter');
				await screen.see(say('setup.step', {n: 3, of: 4}));
				checkFrame(name('team'), await screen.frame());
				await screen.press('enter');
				await screen.see(say('setup.toImport', {n: 212}));
				checkFrame(name('import'), await screen.frame());
			} finally {
				await screen.close();
			}
		});
	}
}
