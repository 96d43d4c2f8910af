type IdleEnd = {
	/** To be called with the number of clients whenever it changes. */
	count(clients: number): void;
	cancel(): void;
};

type IdleEndOptions = {
	/** Milliseconds without a client; 0 for never. */
	readonly idleExitMs: number;
	readonly stayAwake: () => boolean;
	readonly endWithLastClient: boolean;
	readonly end: () => void;
};

/** Decides when a service that nobody needs ends. */
export const idleEnd = ({
	idleExitMs,
	stayAwake,
	endWithLastClient,
	end,
}: IdleEndOptions): IdleEnd => {
	let timer: NodeJS.Timeout | undefined;
	let hadClient = false;
	const cancel = (): void => clearTimeout(timer);
	const wait = (): void => {
		timer = setTimeout(() => (stayAwake() ? wait() : end()), idleExitMs).unref();
	};
	const count = (clients: number): void => {
		cancel();
		hadClient ||= clients > 0;
		if (clients > 0) return;
		if (endWithLastClient && hadClient) {
			end();
		} else if (idleExitMs > 0) {
			wait();
		}
	};
	return {count, cancel};
};
