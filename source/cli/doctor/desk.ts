import type {DeskStatus} from '../../desk/desk.ts';
import {sayPassProblem} from '../../language/job.ts';
import {longTime} from '../../language/when.ts';
import type {Call} from '../command.ts';

import {type Finding, flaw, sound} from './finding.ts';

/** What the service says of itself: it runs, its last imports, what could not be read. */
const silenced = (call: Call, {silenced: silences}: DeskStatus): readonly Finding[] =>
	silences
		.filter(({reason}) => reason === 'loop')
		.map(silence =>
			flaw(call, 'silenced-loop', {
				address: silence.address,
				text: silenceWords(call, silence),
			}),
		);

export const checkDesk = (call: Call, status: DeskStatus): readonly Finding[] => {
	const {version, pid, tickets, passes, late, quarantined} = status;
	return [
		sound(call.say('cli.doctor.service-ok', {version, pid, tickets})),
		...passes
			.filter(pass => !pass.ok)
			.map(pass =>
				flaw(call, 'import-failed', {account: pass.account, text: sayPassProblem(call.say, pass)}),
			),
		...late.map(({account, since}) =>
			flaw(call, 'import-late', {
				account,
				...(since === null ? {} : {time: longTime(since, call.language)}),
			}),
		),
		...(quarantined === 0 ? [] : [flaw(call, 'quarantined', {n: quarantined})]),
	];
};
