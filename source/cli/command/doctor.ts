import {misused} from '../answer.ts';
import {type Call, type Command, isSet} from '../command.ts';
import {checkAccounts} from '../doctor/accounts.ts';
import {checkDesk} from '../doctor/desk.ts';
import {type Finding, trouble} from '../doctor/finding.ts';
import {checkFolder} from '../doctor/folder.ts';
import {checkKeys} from '../doctor/keys.ts';
import {checkRules} from '../doctor/rules.ts';
import {checkTemplates} from '../doctor/templates.ts';
import {exitCode} from '../exit-code.ts';
import {printJson} from '../output/json.ts';

const overTheDesk = async (call: Call): Promise<readonly Finding[]> => {
	const desk = await call.desk();
	if (!desk.ok) return [trouble(call, desk.problem)];
	try {
		const [status, me] = await Promise.all([desk.value.status(), desk.value.me()]);
		return [
			...(status.ok ? checkDesk(call, status.value) : [trouble(call, status.problem)]),
			...(status.ok && me.ok ? checkRules(call, me.value, status.value) : []),
			...(status.ok && me.ok ? checkTemplates(call, me.value, status.value) : []),
			...(me.ok
				? await checkAccounts(call, {desk: desk.value, me: me.value})
				: [trouble(call, me.problem)]),
		];
	} finally {
		await desk.value.close();
	}
};

const show = (call: Call, findings: readonly Finding[]): void => {
	if (isSet(call, 'json')) {
		const plain = findings.map(({ok, text, todo}) => ({ok, text, todo}));
		printJson(call, plain);
		return;
	}
	for (const {ok, text, todo} of findings) {
		call.print(`${ok ? 'ok ' : '!! '} ${text}`);
		if (!ok) call.print(`    ${todo}`);
	}
};

/** A server out of reach counts more than what stands wrong here: it may pass by itself. */
const codeOf = (findings: readonly Finding[]): number => {
	const codes = new Set(findings.map(finding => finding.code));
	if (codes.has(exitCode.unavailable)) return exitCode.unavailable;
	return codes.has(exitCode.failed) ? exitCode.failed : exitCode.done;
};

/** Looks over folder, service, accounts and keys, and says what to do about what is not right. */
export const doctor: Command = {
	usage: '',
	summary: 'cli.doctor',
	flags: {json: {type: 'boolean'}},
	run: async call => {
		if (call.args.length > 0) return misused(call, call.say('cli.doctor-arguments'));
		// The service makes a missing folder, so the folder is looked at after it was asked.
		const desk = await overTheDesk(call);
		const findings = [...(await checkFolder(call)), ...desk, ...(await checkKeys(call))];
		show(call, findings);
		return codeOf(findings);
	},
};
