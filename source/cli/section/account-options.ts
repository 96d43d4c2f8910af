import {
	type Account,
	newAccount,
	newOAuth,
	type OAuthProvider,
	type OAuthSource,
	type PasswordSource,
} from '../../domain/account/account.ts';
import {dayOf} from '../../domain/day.ts';
import {type Call, isSet, listFlag, textFlag} from '../command.ts';
import {clearable, isNobody, switched} from '../input/choice.ts';
import {serverOf} from './account-server.ts';

/** The values of a repeatable flag, or what was there; one empty value or `none` empties the list. */
const listOr = (call: Call, name: string, before: readonly string[]): readonly string[] => {
	const given = call.flags[name];
	if (!Array.isArray(given) || given.length === 0) return before;
	const values = listFlag(call, name);
	return values.length === 1 && isNobody(values[0] ?? '') ? [] : values;
};

/** OAuth2 after the flags `--oauth…`; null without any of them. */
const oauthOf = (call: Call, before: PasswordSource): OAuthSource | null => {
	const names = ['oauth', 'oauthClientId', 'oauthTenant', 'oauthTokenUrl', 'oauthDeviceUrl'];
	const more = ['oauthAuthorizationUrl', 'oauthScope', 'clientSecretStdin'];
	const isAsked = [...names, ...more].some(name => {
		const value = call.flags[name];
		return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
	});
	if (!isAsked) return null;
	const old = before.kind === 'oauth2' ? before : newOAuth('other');
	return {
		kind: 'oauth2',
		provider: (textFlag(call, 'oauth') as OAuthProvider | null) ?? old.provider,
		clientId: textFlag(call, 'oauthClientId') ?? old.clientId,
		tenant: textFlag(call, 'oauthTenant') ?? old.tenant,
		tokenUrl: textFlag(call, 'oauthTokenUrl') ?? old.tokenUrl,
		deviceUrl: textFlag(call, 'oauthDeviceUrl') ?? old.deviceUrl,
		authorizationUrl: textFlag(call, 'oauthAuthorizationUrl') ?? old.authorizationUrl,
		scopes: listOr(call, 'oauthScope', old.scopes),
	};
};

const passwordOf = (call: Call, before: PasswordSource): PasswordSource => {
	const oauth = oauthOf(call, before);
	if (oauth !== null) return oauth;
	const command = textFlag(call, 'passwordCommand');
	const variable = textFlag(call, 'passwordEnv');
	if (command !== null) return {kind: 'command', command};
	if (variable !== null) return {kind: 'environment', variable};
	if (isSet(call, 'passwordFile') || isSet(call, 'passwordStdin')) return {kind: 'secrets-file'};
	return isSet(call, 'passwordNone') ? {kind: 'none'} : before;
};

const labelOr = (call: Call, name: string, before: string | null): string | null => {
	const value = clearable(call, name);
	return value === undefined ? before : value;
};

/** What is no day is handed on: the desk says so. */
const fromDateOf = (call: Call, before: string | null): string | null => {
	const wish = labelOr(call, 'fromDate', before);
	return wish === null ? null : (dayOf(wish) ?? wish);
};

const ticketOptions = (call: Call, before: Account) => ({
	ticketsEnabled: switched(call, 'enabled') ?? before.ticketsEnabled,
	defaultProject: labelOr(call, 'defaultProject', before.defaultProject),
	defaultQueue: labelOr(call, 'defaultQueue', before.defaultQueue),
	fromDate: fromDateOf(call, before.fromDate),
	alwaysUseAsSender: switched(call, 'alwaysUseAsSender') ?? before.alwaysUseAsSender,
	deleteOnServer: switched(call, 'deleteOnServer') ?? before.deleteOnServer,
	importAsCompleted: switched(call, 'importAsCompleted') ?? before.importAsCompleted,
	autoResponder: {
		active: switched(call, 'autoResponder') ?? before.autoResponder.active,
		subject: textFlag(call, 'autoSubject') ?? before.autoResponder.subject,
		text: textFlag(call, 'autoText') ?? before.autoResponder.text,
		oncePerDay: switched(call, 'autoOncePerDay') ?? before.autoResponder.oncePerDay,
	},
});

/** The account with what the flags say. The user is the address unless another one is given. */
export const accountOf = (call: Call, id: string, old: Account | null): Account => {
	const before = old ?? newAccount(id);
	const address = textFlag(call, 'address') ?? before.address;
	const imap = serverOf(call, 'imap', {before: before.imap, user: address});
	const smtp = serverOf(call, 'smtp', {before: before.smtp, user: imap?.user ?? address});
	return {
		...before,
		name: textFlag(call, 'name') ?? before.name,
		address,
		aliases: listOr(call, 'alias', before.aliases),
		imap,
		smtp,
		password: passwordOf(call, before.password),
		folder: textFlag(call, 'folder') ?? before.folder,
		sentFolder: labelOr(call, 'sentFolder', before.sentFolder),
		moveTo: labelOr(call, 'moveTo', before.moveTo),
		signature: textFlag(call, 'signature') ?? before.signature,
		visibleTo: listOr(call, 'visibleTo', before.visibleTo),
		...ticketOptions(call, before),
	};
};
