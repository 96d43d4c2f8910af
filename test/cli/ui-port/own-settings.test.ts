import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {chooseLanguage} from '../../../source/cli/language-choice.ts';
import {keptSetupPorts} from '../../../source/cli/ui-port/kept-setup.ts';
import {ownSettingsPorts, readOwnSettings} from '../../../source/cli/ui-port/own-settings.ts';
import {noOwnSettings} from '../../../source/ui/settings/own.ts';

const folderOf = async (t: TestContext): Promise<string> => {
	const folder = await mkdtemp(join(tmpdir(), 'raute-own-'));
	t.after(() => rm(folder, {recursive: true, force: true}));
	return folder;
};

test('keys, look and views are read back as they were saved, in files of the person alone', async t => {
	const config = join(await folderOf(t), 'config');
	const {saveKeys, saveLook, saveViews} = ownSettingsPorts(config);
	assert.deepEqual(readOwnSettings(config), noOwnSettings);
	const own = {
		keys: {close: ['X'], reply: '<disabled>'},
		look: {language: 'en', theme: 'dark', ascii: true},
		views: [{name: 'VIP', query: {tab: 'inbox', sort: 'newest', filter: 'tag:vip'}}],
	} as const;
	assert.ok((await saveKeys(own.keys)).ok);
	assert.ok((await saveLook(own.look)).ok);
	assert.ok((await saveViews(own.views)).ok);
	assert.deepEqual(readOwnSettings(config), own);
	assert.equal((await stat(join(config, 'keys.json'))).mode & 0o777, 0o600);
	assert.deepEqual(JSON.parse(await readFile(join(config, 'keys.json'), 'utf8')), own.keys);
});

test('a part of the look is changed, the others stay', async t => {
	const config = await folderOf(t);
	const {saveLook} = ownSettingsPorts(config);
	await saveLook({language: 'en'});
	await saveLook({theme: 'light'});
	assert.deepEqual(readOwnSettings(config).look, {language: 'en', theme: 'light', ascii: null});
});

test('a broken file is an empty one, a value that is not known is none', async t => {
	const config = await folderOf(t);
	await writeFile(join(config, 'keys.json'), '{');
	await writeFile(join(config, 'look.json'), '{"language":"fr","theme":"dark","ascii":"yes"}');
	await writeFile(join(config, 'views.json'), '[{"name":"VIP"}]');
	assert.deepEqual(readOwnSettings(config), {
		keys: {},
		look: {language: null, theme: 'dark', ascii: null},
		views: [],
	});
});

test('keys that somebody wrote by hand and that cannot be read are put aside, not overwritten', async t => {
	const config = await folderOf(t);
	await writeFile(join(config, 'keys.json'), '{"close": ["x"],}');
	assert.ok((await ownSettingsPorts(config).saveKeys({close: ['X']})).ok);
	assert.equal(await readFile(join(config, 'keys.json.broken'), 'utf8'), '{"close": ["x"],}');
	assert.deepEqual(readOwnSettings(config).keys, {close: ['X']});
});

test('a folder that cannot be written is a problem with its path, no crash', async t => {
	const folder = await folderOf(t);
	await writeFile(join(folder, 'file'), '');
	const saved = await ownSettingsPorts(join(folder, 'file')).saveKeys({});
	assert.ok(!saved.ok && saved.problem.name === 'data-unwritable');
});

test('the chosen language goes before the locale, --lang before both', () => {
	assert.equal(chooseLanguage({LANG: 'de_DE.UTF-8'}, null, 'en'), 'en');
	assert.equal(chooseLanguage({LANG: 'en_US.UTF-8'}, 'de', 'en'), 'de');
	assert.equal(chooseLanguage({LANG: 'de_DE.UTF-8'}, null, null), 'de');
});

test('the wizard is kept for each data folder apart; nonsense is as if there were nothing', async t => {
	const state = await folderOf(t);
	const here = keptSetupPorts(state, '/data/a');
	const there = keptSetupPorts(state, '/data/b');
	const kept = {step: 'team', values: {account: {address: 'a@b.de'}}, declined: false} as const;
	assert.equal(await here.keptSetup(), null);
	here.keepSetup(kept);
	assert.deepEqual(await here.keptSetup(), kept);
	assert.equal(await there.keptSetup(), null);
	here.keepSetup({...kept, step: 'nowhere' as 'team'});
	assert.equal(await here.keptSetup(), null);
});

test('a look that cannot be read is put aside as well; what is not known in it stays', async t => {
	const config = await folderOf(t);
	const file = join(config, 'look.json');
	await writeFile(file, '{"theme": "dark",}');
	assert.ok((await ownSettingsPorts(config).saveLook({ascii: true})).ok);
	assert.equal(await readFile(`${file}.broken`, 'utf8'), '{"theme": "dark",}');
	await writeFile(file, '{"theme":"dark","note":"mine"}');
	assert.ok((await ownSettingsPorts(config).saveLook({ascii: true})).ok);
	assert.equal(JSON.parse(await readFile(file, 'utf8')).note, 'mine');
});
