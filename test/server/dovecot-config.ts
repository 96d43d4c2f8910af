import type {Certificate} from './certificate.ts';

/** What a private Dovecot needs to know. */
export type DovecotSetup = {
	readonly folder: string;
	readonly ports: {readonly clear: number; readonly tls: number};
	readonly certificate: Certificate;
	/** Uid and gid of the mails: Dovecot refuses 0, so root's test servers use nobody's. */
	readonly owner: {readonly uid: number; readonly gid: number};
	readonly asRoot: boolean;
	readonly login: string;
	/** Where access tokens are asked about (RFC 7662); null for passwords alone. */
	readonly introspectionUrl: string | null;
	/** The mechanism that access tokens come by. */
	readonly tokenMechanism: 'xoauth2' | 'oauthbearer';
	/** Capabilities to hide, for servers that lack them. */
	readonly capability: string | null;
};

const userLines = (setup: DovecotSetup): readonly string[] =>
	setup.asRoot
		? []
		: [
				`default_internal_user = ${setup.login}`,
				`default_login_user = ${setup.login}`,
				`default_internal_group = ${setup.login}`,
			];

/** The file that the passdb `oauth2` reads. */
export const introspectionConfig = (url: string): string =>
	[
		`introspection_url = ${url}`,
		'introspection_mode = post',
		'force_introspection = yes',
		'username_attribute = username',
		'active_attribute = active',
		'active_value = true',
		'',
	].join('\n');

const tokens = ({folder, introspectionUrl, tokenMechanism}: DovecotSetup): string =>
	introspectionUrl === null
		? ''
		: `
passdb {
  driver = oauth2
  mechanisms = ${tokenMechanism}
  args = ${folder}/oauth2.conf
}`;

const authentication = (setup: DovecotSetup): string => `${tokens(setup)}
passdb {
  driver = passwd-file
  args = scheme=PLAIN ${setup.folder}/users
}
userdb {
  driver = static
  args = uid=${setup.owner.uid} gid=${setup.owner.gid} home=${setup.folder}/mail/%u
}
auth_mechanisms = plain login${setup.introspectionUrl === null ? '' : ` ${setup.tokenMechanism}`}
auth_failure_delay = 0
auth_cache_size = 0`;

const services = (setup: DovecotSetup): string => `
service imap-login {
  chroot =
  inet_listener imap {
    address = 127.0.0.1
    port = ${setup.ports.clear}
  }
  inet_listener imaps {
    address = 127.0.0.1
    port = ${setup.ports.tls}
    ssl = yes
  }
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}`;

/** The configuration file: clear text and STARTTLS on one port, TLS on the other, Maildir storage. */
export const dovecotConfig = (setup: DovecotSetup): string =>
	[
		'protocols = imap',
		'listen = 127.0.0.1',
		`base_dir = ${setup.folder}/run`,
		`state_dir = ${setup.folder}/state`,
		`log_path = ${setup.folder}/dovecot.log`,
		`mail_location = maildir:${setup.folder}/mail/%u/Maildir`,
		'ssl = yes',
		`ssl_cert = <${setup.certificate.certFile}`,
		`ssl_key = <${setup.certificate.keyFile}`,
		'disable_plaintext_auth = no',
		'first_valid_uid = 1',
		'mail_max_userip_connections = 100',
		'mailbox_idle_check_interval = 1 secs',
		'namespace inbox {\n  inbox = yes\n  separator = /\n}',
		...(setup.capability === null ? [] : [`imap_capability = ${setup.capability}`]),
		...userLines(setup),
		authentication(setup),
		services(setup),
		'',
	].join('\n');
