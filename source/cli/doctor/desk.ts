import type {DeskStatus} from '../../desk/desk.ts';
import {hasFailed} from '../../domain/account/account.ts';
import {sayPassProblem} from '../../language/job.ts';
import {longTime} from '../../language/when.ts';
import type {Speaker} from '../command.ts';
import {type Finding, flaw, sound} from './finding.ts';

/** What the service says of itself: it runs, its last imports, what could not be read. */
export const checkDesk = (call: Speaker, status: DeskStatus): readonly Finding[] => {
	const {version, pid, tickets, passes, late, quarantined} = status;
	return [
		sound(call.say('cli.doctor.service-ok', {version, pid, tickets})),
		...passes
			.filter(hasFailed)
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
