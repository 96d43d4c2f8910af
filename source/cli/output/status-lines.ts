import type {DeskStatus} from '../../desk/desk.ts';
import {sayPassProblem} from '../../language/job.ts';
import {size} from '../../language/size.ts';
import {longTime} from '../../language/when.ts';
import type {Speaker} from '../command.ts';
import {silenceWords} from './silences.ts';

const passLines = ({say, language}: Speaker, passes: DeskStatus['passes']): readonly string[] =>
	passes.map(pass =>
		say(pass.ok ? 'cli.status.pass' : 'cli.status.pass-failed', {
			account: pass.account,
			time: longTime(pass.finishedAt, language),
			imported: pass.imported,
			followUps: pass.followUps,
			text: sayPassProblem(say, pass),
		}),
	);

/**
 * What `raute status` says, a line each. A service of an older version is asked too: it does not tell
 * what came later.
 */
export const statusLines = (call: Speaker, status: DeskStatus): readonly string[] => {
	const {say, language} = call;
	const {version, pid, tickets, outbox, quarantined, clients} = status;
	return [
		say('cli.status.running', {version, pid, since: longTime(status.startedAt, language)}),
		say('cli.status.holds', {
			tickets,
			outbox,
			quarantined,
			memory: size(status.memoryBytes, language),
		}),
		say('cli.status.clients', {n: clients.length, clients: clients.join(', ')}),
		...status.importing.map(({account, done, total}) =>
			say('cli.status.importing', {account, done, total}),
		),
		...passLines(call, status.passes),
		...(status.late ?? []).map(({account, since}) =>
			say('cli.status.late', {
				account,
				...(since === null ? {} : {time: longTime(since, language)}),
			}),
		),
		...(status.silenced ?? []).map(silence =>
			say('cli.status.silenced', {address: silence.address, text: silenceWords(call, silence)}),
		),
	];
};
