import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parseFilter} from '../../../source/domain/filter/filter.ts';
import {summarize} from '../../../source/domain/summary.ts';
import type {Ticket} from '../../../source/domain/ticket.ts';
import {aTicket} from '../sample.ts';

const context = {me: 'anna', now: '2026-11-23T10:00:00.000Z'};

const accepts = (text: string, part: Partial<Ticket> = {}): boolean =>
	parseFilter(text, context).accepts(summarize(aTicket(part)));

const cases: ReadonlyArray<[filter: string, expected: boolean, part?: Partial<Ticket>]> = [
	['', true],
	['   ', true],
	['passwort', true],
	['PASSWORT zurück', true],
	['zuruck', true],
	['zuruecksetzen', true],
	['übelacker', true],
	['ubelacker', true],
	['UEBELACKER', true],
	['passwort rechnung', false],
	['"passwort zurück"', true],
	['"zurück passwort"', false],
	['-rechnung', true],
	['-passwort', false],
	['strasse', true, {subject: 'Goethestraße'}],
	['straße', true, {subject: 'Goethestrasse'}],
	['novak', true, {subject: 'Petra Novák'}],
	['Novák', true, {subject: 'petra novak'}],
	['lodz', true, {subject: 'Łódź'}],
	['#202611230001', true],
	['1123-0001', true],
	['＃202611230001', true],
	['202611230002', false],
	['konto', true, {tags: ['Konto']}],
	['a.*b', false, {subject: 'axxb'}],
	['queue:it', true, {queue: 'IT'}],
	['warteschlange:it', true, {queue: 'IT'}],
	['queue:it', false, {queue: 'ITX'}],
	['queue:none', true],
	['-queue:IT', true, {queue: 'Vertrieb'}],
	['status:new', true],
	['status:neu', true],
	['status:ne', true],
	['status:offen', false],
	['status:"warten auf kunden"', true, {status: 'waiting_customer'}],
	['status:warten', true, {status: 'waiting_internal'}],
	['ist:ungelesen', true],
	['is:unread', false, {unread: false}],
	['is:prio', true, {prio: true, tags: ['Prio']}],
	['tag:prio', true, {prio: true, tags: ['Prio']}],
	['is:star', true, {stars: ['ben', 'anna']}],
	['ist:stern', false, {stars: ['ben']}],
	['-is:starred', true],
	['ist:offen', true, {status: 'open'}],
	['ist:wiedervorlage', true, {snoozedUntil: '2026-12-01T00:00:00.000Z'}],
	['from:uebelacker', true],
	['von:"jörg üb"', true],
	['from:passwort', false],
	['assignee:me', true, {assignee: 'anna'}],
	['zuständig:ich', false, {assignee: 'ben'}],
	['assignee:none', true],
	['für:ben', true, {assignee: 'ben'}],
	['tag:konto', false, {tags: ['Kontoauszug']}],
	['-tag:konto', true],
	['projekt:standard', true, {project: 'STANDARD'}],
	['subject:passwort', true],
	['seit:2026-11-23', true],
	['since:2026-11-24', false],
	['vor:2026-11', false],
	['before:2027', true],
	['queue:', true],
	['Re:', true, {subject: 'Re: x'}],
	['12:30', true, {subject: 'Termin 12:30'}],
];

for (const [filter, expected, part] of cases) {
	test(`the filter ${JSON.stringify(filter)} ${expected ? 'finds' : 'leaves out'} ${JSON.stringify(part ?? {})}`, () => {
		assert.equal(accepts(filter, part), expected);
	});
}

test('terms that are not understood are named and left out', () => {
	const filter = parseFilter(
		'quue:IT passwort is:purple status:zzz -foo:"a b" seit:gestern',
		context,
	);
	assert.deepEqual(filter.unknown, [
		'quue:IT',
		'is:purple',
		'status:zzz',
		'-foo:"a b"',
		'seit:gestern',
	]);
	assert.equal(filter.accepts(summarize(aTicket())), true);
});
