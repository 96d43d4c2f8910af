/** Seconds without a sign after which the service counts as silent: its sign comes every second. */
const silentSeconds = 5;

type SilenceWatch = {
	/** Whether anything is awaited; without it, silence means nothing. */
	readonly awaits: () => boolean;
	/** Once, when the service has not given a sign for a few seconds. */
	readonly onSilent: () => void;
	/** Each second from the whole bound on. */
	readonly onBound: () => void;
	/** Milliseconds of silence that a call waits. */
	readonly boundMs: number;
};

/**
 * Notices a service that lives but does not answer: stopped by a signal, hung. It counts seconds in
 * which this process ran, not time: after Ctrl-Z or the machine's sleep the first sign is still to
 * be read, and the silence was one's own.
 */
export class Silence {
	readonly #watch: SilenceWatch;
	#timer: NodeJS.Timeout | null = null;
	#seconds = 0;

	constructor(watch: SilenceWatch) {
		this.#watch = watch;
	}

	/** To be called when a call was made over a link. */
	begin(): void {
		this.#timer ??= setInterval(() => this.#tick(), 1000).unref();
	}

	/** The service gave a sign. Answers whether it had been silent. */
	broken(): boolean {
		const was = this.#seconds >= silentSeconds;
		this.#seconds = 0;
		return was;
	}

	/** There is no link, so nobody to be silent. */
	stop(): void {
		clearInterval(this.#timer ?? undefined);
		this.#timer = null;
		this.#seconds = 0;
	}

	#tick(): void {
		// Also once nothing is awaited any more, what was asked will give a sign when it is answered.
		if (this.#seconds < silentSeconds && !this.#watch.awaits()) {
			this.stop();
			return;
		}
		this.#seconds += 1;
		if (this.#seconds === silentSeconds) this.#watch.onSilent();
		if (this.#seconds * 1000 >= this.#watch.boundMs) this.#watch.onBound();
	}
}
