export type Ends = {
	/** The terminal is gone, or the process has to go. */
	readonly end: (reason: 'hung-up' | 'terminated') => void;
	readonly crash: (error: unknown) => void;
};

/**
 * Listens to the signals of a terminal that is gone and of a process that must go, and to errors
 * that nobody expected. Returns the way to stop it.
 */
export const onSignals = ({end, crash}: Ends): (() => void) => {
	const hangUp = () => end('hung-up');
	const terminate = () => end('terminated');
	process.on('SIGHUP', hangUp);
	process.on('SIGTERM', terminate);
	process.on('uncaughtException', crash);
	process.on('unhandledRejection', crash);
	return () => {
		process.off('SIGHUP', hangUp);
		process.off('SIGTERM', terminate);
		process.off('uncaughtException', crash);
		process.off('unhandledRejection', crash);
	};
};
