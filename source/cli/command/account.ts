import type {Desk} from '../../desk/desk.ts';
import type {Account, ServerAddress} from '../../domain/account.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import {type Call, isSet} from '../command.ts';
import {onOff} from '../input/choice.ts';
import {readText} from '../input/read-stdin.ts';
import {accountOf} from '../section/account-options.ts';
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

const tls = ['tls', 'starttls', 'none'] as const;

const choices = {
	imapTls: tls,
	smtpTls: tls,
	enabled: onOff,
	deleteOnServer: onOff,
	importAsCompleted: onOff,
	alwaysUseAsSender: onOff,
	autoResponder: onOff,
	autoOncePerDay: onOff,
};

const serverCell = (server: ServerAddress | null): string =>
	server === null ? '-' : `${server.host}:${server.port} ${server.tls}`;

const noPassword = fail('input-invalid', {field: 'password-stdin', value: ''});

/** The password of `--password-stdin`; null without that flag. */
const givenPassword = async (call: Call): Promise<Result<string | null>> => {
	if (!isSet(call, 'passwordStdin')) return ok(null);
	const [password = ''] = (await readText(call)).split('\n');
	return password === '' ? noPassword : ok(password);
};

/** Saves the account, then its password; the first account becomes the one that answers leave from. */
const save = async (desk: Desk, account: Account, {call, me}: Place): Promise<Result<null>> => {
	const password = await givenPassword(call);
	if (!password.ok) return password;
	const saved = await desk.saveAccount(account);
	if (!saved.ok) return saved;
	if (password.value !== null) {
		const kept = await desk.saveSecret(account.id, password.value);
		if (!kept.ok) return kept;
	}
	const isFirst = me.accounts.length === 0 && me.desk.defaultAccount === null;
	return isFirst || isSet(call, 'default') ? desk.saveDesk({defaultAccount: account.id}) : ok(null);
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
	remove: (desk, {id}) => desk.removeAccount(id),
};

/** Mailboxes (E-Mail-Konten): their servers, where the password comes from, their ticket options. */
export const account = sectionCommand(section);
