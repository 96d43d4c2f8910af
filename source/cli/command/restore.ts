import {access} from 'node:fs/promises';
import {resolve} from 'node:path';
import {takeOwnerLock} from '../../service/server/owner-lock.ts';
import {clearUnpacked, type Restored, unpackSnapshot} from '../../store/backup/unpack-snapshot.ts';
import {answer, misused, refuse} from '../answer.ts';
import {type Call, type Command, isSet} from '../command.ts';
import {exitCode} from '../exit-code.ts';
import {tellUnreadable} from '../input/read-error.ts';
import {clearAtInterrupt} from '../interrupt.ts';
import {systemClock} from '../open-real-desk.ts';

const show = (call: Call, {report, previous}: Restored): number => {
	const {tickets, messages, findings} = report;
	call.tell(call.say('cli.restore.done', {path: call.dataFolder, tickets, messages}));
	if (previous !== null) call.tell(call.say('cli.restore.previous', {path: previous}));
	for (const {kind, where, text} of findings) call.print([kind, where, text].join('\t'));
	return findings.length === 0 ? exitCode.done : exitCode.failed;
};

/** Puts a backup in the place of the data folder, which no service may own meanwhile. */
export const restore: Command = {
	usage: 'FILE',
	summary: 'cli.restore',
	flags: {replace: {type: 'boolean'}},
	run: async call => {
		const [wanted, ...more] = call.args;
		if (wanted === undefined || more.length > 0)
			return misused(call, call.say('cli.one-file-wanted'));
		const file = resolve(wanted);
		try {
			await access(file);
		} catch (error) {
			tellUnreadable(call, file, error);
			return exitCode.failed;
		}
		const {dataFolder} = call;
		const lock = await takeOwnerLock({dataFolder, waitMs: 500});
		if (!lock.ok && lock.problem.name === 'service-busy') {
			call.tell(`raute: ${call.say('cli.restore.running', {path: dataFolder})}`);
			return exitCode.tryAgain;
		}
		if (!lock.ok) return refuse(call, lock.problem);
		const interrupt = clearAtInterrupt(() => clearUnpacked(dataFolder));
		try {
			const replace = isSet(call, 'replace');
			const options = {replace, clock: systemClock, log: call.tell};
			const restored = await unpackSnapshot(file, dataFolder, options);
			if (!restored.ok && restored.problem.details['reason'] === 'not-empty') {
				call.tell(`raute: ${call.say('cli.restore.not-empty', {path: dataFolder})}`);
				return exitCode.failed;
			}
			return await answer(call, restored, value => show(call, value));
		} finally {
			interrupt.end();
			lock.value.release();
		}
	},
};
