import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {setTimeout as sleep} from 'node:timers/promises';
import {lockedPage, openPage} from '../../../source/cli/ui-port/page.ts';

const hostile =
	'<meta http-equiv="refresh" content="0;url=https://spy.example/"><img src="https://spy.example/1.gif">"><script>x</script>';

test('a mail stands in the page as the text of a sandboxed frame, whatever it holds', () => {
	const page = lockedPage(hostile);
	const frame = /<iframe sandbox srcdoc="([^"]*)"><\/iframe>\n$/u.exec(page);
	assert.ok(frame);
	const before = page.slice(0, frame.index);
	assert.doesNotMatch(before, /spy|script/u);
	assert.match(before, /Content-Security-Policy" content="default-src 'none'; img-src data:;/u);
	const back = (frame[1] ?? '')
		.replaceAll('&lt;', '<')
		.replaceAll('&quot;', '"')
		.replaceAll('&amp;', '&');
	assert.equal(back, hostile);
});

test('the first program of $BROWSER that starts gets the page, readable for its person alone', async t => {
	const folder = await mkdtemp(join(tmpdir(), 'raute-page-'));
	t.after(() => rm(folder, {recursive: true, force: true}));
	const program = join(folder, 'browser');
	const seen = join(folder, 'seen');
	await writeFile(program, `#!/bin/sh\nstat -c %a "$2" >${seen}; cat "$2" >>${seen}\n`, {
		mode: 0o755,
	});
	const before = process.env['BROWSER'];
	process.env['BROWSER'] = `${folder}/missing:${program} --new %s`;
	t.after(() => {
		if (before === undefined) delete process.env['BROWSER'];
		else process.env['BROWSER'] = before;
	});
	const never = {dispatch: {pause: () => assert.fail(), resume: () => undefined}};
	const opened = await openPage('<p>Guten Tag', {...never, handOver: async () => assert.fail()});
	assert.ok(opened.ok && opened.value !== null);
	for (let wait = 0; wait < 200; wait++) {
		if ((await readFile(seen, 'utf8').catch(() => '')).includes('</iframe>')) break;
		await sleep(25);
	}
	const [mode, ...page] = (await readFile(seen, 'utf8')).split('\n');
	assert.equal(mode, '600');
	assert.equal(page.join('\n'), lockedPage('<p>Guten Tag'));
	await rm(join(opened.value, '..'), {recursive: true});
});
