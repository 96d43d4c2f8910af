import type {Desk} from '../../desk/desk.ts';
import {
	type Account,
	oauthProviders,
	type ServerAddress,
	tlsModes,
} from '../../domain/account/account.ts';
import type {SecretKind} from '../../domain/account/account-setup.ts';
import {withDiscovery} from '../../domain/account/with-discovery.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import {type Call, isSet} from '../command.ts';
import {onOff} from '../input/choice.ts';
import {readText} from '../input/read-stdin.ts';
import {accountOf} from '../section/account-options.ts';
import {signIn} from '../section/account-sign-in.ts';
import {discoverServers, testAccount} from '../section/account-verbs.ts';
import type {Place, Section} from '../section/section.ts';
import {sectionCommand} from '../section/section-command.ts';

const text = {type: 'string'} as const;
const several = {type: 'string', isMultiple: true} as const;
const yes = {type: 'boolean'} as const;
const count = {type: 'number'} as const;

const flags = {
	name: text,
	address: text,
	alias: several,
	imapHost: text,
	imapPort: count,
	imapTls: text,
	imapUser: text,
	smtpHost: text,
	smtpPort: count,
	smtpTls: text,
	smtpUser: text,
	allowSelfSigned: yes,
	verifyCertificate: yes,
	passwordCommand: text,
	passwordEnv: text,
	passwordFile: yes,
	passwordStdin: yes,
	passwordNone: yes,
	oauth: text,
	oauthClientId: text,
	oauthTenant: text,
	oauthTokenUrl: text,
	oauthDeviceUrl: text,
	oauthAuthorizationUrl: text,
	oauthScope: several,
	clientSecretStdin: yes,
	discover: yes,
	device: yes,
	browser: yes,
	folder: text,
	sentFolder: text,
	moveTo: text,
	enabled: text,
	defaultQueue: text,
	defaultProject: text,
	fromDate: text,
	deleteOnServer: text,
	importAsCompleted: text,
	alwaysUseAsSender: text,
	signature: text,
	visibleTo: several,
	autoResponder: text,
	autoSubject: text,
	autoText: text,
	autoOncePerDay: text,
	default: yes,
};

const choices = {
	imapTls: tlsModes,
	smtpTls: tlsModes,
	enabled: onOff,
	deleteOnServer: onOff,
	importAsCompleted: onOff,
	alwaysUseAsSender: onOff,
	autoResponder: onOff,
	autoOncePerDay: onOff,
	oauth: oauthProviders,
};

const serverCell = (server: ServerAddress | null): string =>
	server === null ? '-' : `${server.host}:${server.port} ${server.tls}`;

/** The secret of `--password-stdin` or `--client-secret-stdin`; null without these flags. */
const givenSecret = async (
	call: Call,
): Promise<Result<{readonly kind: SecretKind; readonly secret: string} | null>> => {
	const kind = isSet(call, 'clientSecretStdin') ? 'client-secret' : 'password';
	if (kind === 'password' && !isSet(call, 'passwordStdin')) return ok(null);
	const [secret = ''] = (await readText(call)).split('\n');
	return secret === ''
		? fail('input-invalid', {field: `${kind}-stdin`, value: ''})
		: ok({kind, secret: secret.replace(/\r$/u, '')});
};

/** The account with the servers that its address leads to, where `--discover` asks for them. */
const withServers = async (desk: Desk, account: Account, call: Call): Promise<Result<Account>> => {
	if (!isSet(call, 'discover')) return ok(account);
	const found = await desk.discover(account.address);
	if (!found.ok) return found;
	for (const kind of ['imap', 'smtp'] as const)
		if (found.value[kind] === null)
			call.tell(call.say('cli.account.discover.nothing', {kind: kind.toUpperCase()}));
	return ok(withDiscovery(account, found.value));
};

/** Saves the account, then its secret; the first account becomes the one that answers leave from. */
const save = async (desk: Desk, wanted: Account, {call, me}: Place): Promise<Result<null>> => {
	const given = await givenSecret(call);
	if (!given.ok) return given;
	const account = await withServers(desk, wanted, call);
	if (!account.ok) return account;
	const {id} = account.value;
	const saved = await desk.saveAccount(account.value);
	if (!saved.ok) return saved;
	const {secret, kind} = given.value ?? {secret: null, kind: 'password'};
	const kept = secret === null ? ok(null) : await desk.saveSecret(id, secret, kind);
	if (!kept.ok) return kept;
	const isFirst = me.accounts.length === 0 && me.desk.defaultAccount === null;
	return isFirst || isSet(call, 'default') ? desk.saveDesk({defaultAccount: id}) : ok(null);
};

const section: Section<Account> = {
	summary: 'cli.account',
	keyName: 'ID',
	flags,
	choices,
	items: me => me.accounts,
	keyOf: account => account.id,
	head: [
		'cli.section.id',
		'cli.section.address',
		'cli.section.imap',
		'cli.section.smtp',
		'field.queue',
		'cli.section.active',
		'cli.section.default',
	],
	cells: (account, me) => [
		account.id,
		account.address,
		serverCell(account.imap),
		serverCell(account.smtp),
		account.defaultQueue ?? '',
		account.ticketsEnabled ? 'on' : 'off',
		me.desk.defaultAccount === account.id ? 'default' : '',
	],
	unknown: account => ({name: 'account-unknown', details: {account}}),
	build: accountOf,
	save,
	verbs: {
		test: {keys: 1, run: testAccount},
		'sign-in': {keys: 1, run: signIn},
		discover: {keys: 1, run: discoverServers},
	},
	remove: (desk, {id}) => desk.removeAccount(id),
};

/** Mailboxes (E-Mail-Konten): their servers, where the password comes from, their ticket options. */
export const account = sectionCommand(section);
