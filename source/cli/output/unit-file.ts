/** What a unit is made from. Paths are absolute. */
type UnitParts = {
	readonly program: string;
	readonly dataFolder: string;
	readonly user: string;
	readonly group: string;
};

/** systemd's quoting of one argument: `%` and `$` have a meaning of their own in ExecStart. */
const quoted = (text: string): string =>
	`"${text.replaceAll(/["\\]/gu, '\\$&').replaceAll('%', '%%').replaceAll('$', '$$$$')}"`;

/** A path in a list of paths, where only `%` has a meaning. */
const listed = (path: string): string =>
	`"${path.replaceAll(/["\\]/gu, '\\$&').replaceAll('%', '%%')}"`;

const inHome = (path: string): boolean => /^\/(?:home|root|run\/user)(?:\/|$)/u.test(path);

/**
 * A systemd unit that keeps the desk service, shut off from everything that it does not need. Users
 * stay those of the system (no PrivateUsers): who a client is follows from the owner of a directory.
 * Memory stays writable and executable: Node compiles while it runs.
 */
export const unitFile = ({program, dataFolder, user, group}: UnitParts): string =>
	`[Unit]
Description=raute, ticket system
Wants=network-online.target
After=network-online.target

[Service]
Type=exec
User=${user}
Group=${group}
ExecStart=${quoted(program)} serve --data ${quoted(dataFolder)}
Restart=on-failure
RestartSec=2
TimeoutStopSec=60
UMask=0077

NoNewPrivileges=yes
CapabilityBoundingSet=
ProtectSystem=strict
ProtectHome=${inHome(program) || inHome(dataFolder) ? 'read-only' : 'yes'}
ReadWritePaths=${listed(dataFolder)}
PrivateTmp=yes
PrivateDevices=yes
ProtectClock=yes
ProtectControlGroups=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
LockPersonality=yes
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service

[Install]
WantedBy=multi-user.target`;
