/** Runs at once, then at most once per pause however often it is asked; what was asked in between is not lost. */
export type Throttle = {readonly ask: () => void; readonly end: () => void};

export const createThrottle = (run: () => void, pauseMilliseconds: number): Throttle => {
	let timer: NodeJS.Timeout | null = null;
	let asked = false;

	const pass = (): void => {
		timer = null;
		if (!asked) return;
		asked = false;
		timer = setTimeout(pass, pauseMilliseconds).unref();
		run();
	};

	return {
		ask: () => {
			asked = true;
			// Not in the middle of the change that asks: its caller is answered first.
			timer ??= setTimeout(pass, 0).unref();
		},
		end: () => {
			asked = false;
			if (timer) clearTimeout(timer);
		},
	};
};
