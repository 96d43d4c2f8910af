import {ok, type Result} from '../../../domain/result.ts';
import type {Say, TextKey} from '../../../language/say.ts';
import type {EffectContext} from '../../effect/context.ts';
import {readKey} from '../../key/key-name.ts';
import type {KeyFile, KeyFinding} from '../../key/keymap.ts';
import type {Words} from '../../state/undo-state.ts';
import type {Scope} from '../../verb/verb.ts';
import type {OwnSettings} from '../own.ts';
import {type Draft, defineTab, type Faults, type Source} from '../tab.ts';

/** The keys of one verb; `own` when the person has set them. */
type KeyItem = {
	readonly verb: string;
	readonly label: TextKey;
	readonly scopes: readonly Scope[];
	readonly keys: readonly string[];
	readonly isOwn: boolean;
};

/** Keys as a person types them: blanks between them, no commas, for `,` is a key. */
const keysOf = (text: string): readonly string[] => text.split(/\s+/u).filter(key => key !== '');

const items = ({own, keyBook}: Source): readonly KeyItem[] => {
	const read = keyBook.read(own.keys);
	return keyBook.verbs.map(({name, label, scopes}) => ({
		verb: name,
		label,
		scopes,
		keys: read.keysOf(name),
		isOwn: Object.hasOwn(own.keys, name),
	}));
};

const withKeys = (file: KeyFile, verb: string, keys: readonly string[]): KeyFile => ({
	...file,
	[verb]: keys.length === 0 ? '<disabled>' : keys,
});

const without = (file: KeyFile, verb: string): KeyFile =>
	Object.fromEntries(Object.entries(file).filter(([name]) => name !== verb));

const findingOf = (finding: KeyFinding): Words => {
	const {kind, key, other} = finding;
	if (kind === 'torn-letter') return {key: 'fault.tornKey', params: {key}};
	if (kind === 'taken') return {key: 'fault.takenKey', params: {key, other}};
	return {key: 'fault.unknownKey', params: {key}};
};

const check = (item: KeyItem, {source}: Draft<KeyItem, Source>): Faults => {
	const {own, keyBook} = source;
	const wrong = item.keys.find(key => !readKey(key).ok);
	const file = withKeys(own.keys, item.verb, item.keys);
	const found = keyBook
		.read(file)
		.findings.find(
			finding =>
				(finding.verb === item.verb || finding.other === item.verb) &&
				(wrong === undefined || finding.key === wrong),
		);
	if (found === undefined) return {};
	const other = found.verb === item.verb ? found.other : found.verb;
	const label = keyBook.verbs.find(verb => verb.name === other)?.label;
	const words = findingOf({...found, other});
	return {
		keys: label === undefined ? words : {...words, params: {...words.params, other: {key: label}}},
	};
};

const store = async (
	{ports, store: at}: EffectContext,
	change: (own: OwnSettings) => KeyFile,
): Promise<Result<unknown>> => {
	const {own} = at.state();
	const keys = change(own);
	const saved = await ports.saveKeys(keys);
	if (saved.ok) at.dispatch({type: 'own-changed', own: {...own, keys}});
	return saved.ok ? ok(null) : saved;
};

const scopesOf = ({scopes}: KeyItem, say: Say): string =>
	scopes.map(scope => say(`help.${scope}`)).join(', ');

const markOf = ({verb, isOwn}: KeyItem, {own, keyBook}: Source, say: Say): string => {
	const isBad = keyBook
		.read(own.keys)
		.findings.some(finding => finding.verb === verb || finding.other === verb);
	if (isBad) return say('settings.keys.conflict');
	return isOwn ? say('settings.keys.ownMark') : '';
};

/** Tasten: every verb with its keys, the person's own ones marked. */
export const keysTab = defineTab<KeyItem>({
	name: 'keys',
	right: null,
	about: 'settings.keys.about',
	items,
	keyOf: item => item.verb,
	titleOf: item => ({key: item.label}),
	columns: [
		{label: 'settings.keys.keys', width: 16, text: item => item.keys.join(' ')},
		{label: 'settings.keys.verb', width: 0, text: (item, {say}) => say(item.label)},
		{
			label: 'settings.keys.own',
			width: 8,
			from: 50,
			text: (item, {say, source}) => markOf(item, source, say),
		},
		{label: 'settings.keys.where', width: 24, from: 80, text: (item, {say}) => scopesOf(item, say)},
	],
	values: item => ({keys: item.keys.join(' ')}),
	fields: () => [
		{kind: 'text', name: 'keys', label: 'settings.keys.keys', help: 'settings.keys.keysHelp'},
	],
	read: ({values, item}) => ({...item, keys: keysOf(values['keys'] ?? ''), isOwn: true}),
	check,
	reset: (item, {keyBook}) => ({...item, keys: keyBook.read({}).keysOf(item.verb), isOwn: false}),
	save: (context, item) =>
		store(context, ({keys}) =>
			item.isOwn ? withKeys(keys, item.verb, item.keys) : without(keys, item.verb),
		),
});
