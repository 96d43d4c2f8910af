import {createInterface} from 'node:readline';
import {setTimeout as sleep} from 'node:timers/promises';
import type {Desk} from '../../desk/desk.ts';
import type {Account} from '../../domain/account/account.ts';
import {
	type SignIn,
	type SignInState,
	type SignInWay,
	usualWay,
} from '../../domain/account/account-setup.ts';
import type {Result} from '../../domain/result.ts';
import {misused, refuse} from '../answer.ts';
import {type Call, isSet} from '../command.ts';
import {exitCode} from '../exit-code.ts';
import {printJson} from '../output/json.ts';
import {withAccount} from './account-verbs.ts';

/** Milliseconds between two looks at how it went. */
const pause = 500;

const wayOf = (call: Call, account: Account): SignInWay => {
	if (isSet(call, 'device')) return 'device';
	return isSet(call, 'browser') ? 'loopback' : usualWay(account.password);
};

const tell = (call: Call, {url, userCode, expiresAt}: SignIn): void => {
	if (isSet(call, 'json')) {
		printJson(call, {url, userCode, expiresAt});
		return;
	}
	call.print(call.say('cli.account.sign-in.open', {url}));
	if (userCode !== null) call.print(call.say('cli.account.sign-in.code', {code: userCode}));
	else call.print(call.say('cli.account.sign-in.paste'));
};

/** The redirect that an address leads to is ours: the same host, port and path on this machine. */
const isOurs = (address: URL | null, signIn: SignIn): address is URL => {
	const ours = URL.parse(new URL(signIn.url).searchParams.get('redirect_uri') ?? '');
	return address !== null && ours !== null && address.origin === ours.origin;
};

/**
 * Whoever works over SSH has the browser on another machine, where the redirect finds nobody: the
 * address that the browser then shows may be pasted here.
 */
const takePasted = (call: Call, signIn: SignIn): (() => void) => {
	if (signIn.userCode !== null || !call.stdin.isTTY) return () => undefined;
	const lines = createInterface({input: call.stdin});
	lines.on('line', line => {
		const address = URL.parse(line.trim());
		if (isOurs(address, signIn)) void fetch(address).catch(() => undefined);
		else if (line.trim() !== '') call.tell(call.say('cli.account.sign-in.not-ours'));
	});
	return () => lines.close();
};

const untilDone = async (desk: Desk, {id}: Account): Promise<Result<SignInState>> => {
	for (;;) {
		const state = await desk.signInState(id);
		if (!state.ok || state.value.state !== 'waiting') return state;
		await sleep(pause);
	}
};

const run = async (call: Call, desk: Desk, account: Account): Promise<number> => {
	const begun = await desk.signIn(account, wayOf(call, account));
	if (!begun.ok) return refuse(call, begun.problem);
	tell(call, begun.value);
	const end = takePasted(call, begun.value);
	const state = await untilDone(desk, account);
	end();
	if (!state.ok) return refuse(call, state.problem);
	if (state.value.problem !== null) return refuse(call, state.value.problem);
	if (!isSet(call, 'json')) call.print(call.say('cli.account.sign-in.done', {account: account.id}));
	return exitCode.done;
};

/** `raute account sign-in ID [--device|--browser]`: OAuth2; waits until it is done. */
export const signIn = (call: Call, [id = '']: readonly string[]): Promise<number> =>
	isSet(call, 'device') && isSet(call, 'browser')
		? Promise.resolve(misused(call, call.say('cli.account.sign-in.one-way')))
		: withAccount(call, id, (desk, account) => run(call, desk, account));
