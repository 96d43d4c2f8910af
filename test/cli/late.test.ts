import assert from 'node:assert/strict';
import {test} from 'node:test';
import {checkDesk} from '../../source/cli/doctor/desk.ts';
import {exitCode} from '../../source/cli/exit-code.ts';
import {statusLines} from '../../source/cli/output/status-lines.ts';
import type {DeskStatus} from '../../source/desk/desk.ts';
import type {PassReport} from '../../source/domain/account/account.ts';
import {createSay} from '../../source/language/say.ts';

const status: DeskStatus = {
	version: '1',
	pid: 1,
	startedAt: '2026-11-23T10:00:00.000Z',
	tickets: 0,
	clients: [],
	importing: [],
	late: [
		{account: 'support', since: '2026-11-23T10:00:00.000Z'},
		{account: '', since: null},
	],
	passes: [],
	outbox: 0,
	quarantined: 0,
	stoppedRules: [],
	memoryBytes: 1,
	silenced: [],
};

const stopped: PassReport = {
	account: 'support',
	startedAt: '2026-11-23T10:00:00.000Z',
	finishedAt: '2026-11-23T10:00:01.000Z',
	ok: false,
	problem: {name: 'import-stopped', text: ''},
	imported: 1,
	followUps: 0,
	duplicates: 0,
	skipped: 0,
	quarantined: 0,
};

test('status and doctor say which import is overdue and since when, in both languages', () => {
	for (const language of ['de', 'en'] as const) {
		const speaker = {say: createSay(language), language};
		const word = language === 'de' ? 'überfällig' : 'overdue';
		const lines = statusLines(speaker, status).filter(line => line.includes(word));
		assert.equal(lines.length, 2);
		assert.match(lines[0] ?? '', /support.*2026/u);
		const findings = checkDesk(speaker, status).filter(({text}) => text.includes(word));
		assert.deepEqual(
			findings.map(({code}) => code),
			[exitCode.failed, exitCode.failed],
		);
		assert.ok(findings.every(({todo}) => todo.includes('raute job list')));
	}
});

test('an import that somebody stopped is no failure to the doctor', () => {
	const speaker = {say: createSay('en'), language: 'en'} as const;
	const passes = [stopped];
	const findings = checkDesk(speaker, {...status, late: [], passes});
	assert.ok(findings.every(({ok}) => ok));
});

test('the status of a service that does not know of late imports is still told', () => {
	const {late: _late, silenced: _silenced, ...older} = status;
	const speaker = {say: createSay('en'), language: 'en'} as const;
	assert.ok(statusLines(speaker, older as DeskStatus).length >= 3);
});
