import {createSay} from '../../source/language/say.ts';
import {shippedKeys} from '../../source/ui/key/keymap.ts';
import {verbs} from '../../source/ui/verb/index.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** The table of keys for the README, from the verbs and the shipped keymap. */
export const keyTable = (): string => {
	const [en, de] = [createSay('en'), createSay('de')];
	const keys = shippedKeys();
	const rows = verbs.map(({name, label}) => {
		const own = keys[name];
		const words = typeof own === 'string' || own === undefined ? [] : own;
		const list = words.map(key => `\`${cell(key)}\``).join(' ');
		return list === '' ? '' : `| ${list} | ${cell(en(label))} | ${cell(de(label))} |`;
	});
	return ['| Key | English | Deutsch |', '|---|---|---|', ...rows.filter(Boolean)].join('\n');
};
