/** Time and chance, handed in so that tests decide both. */
export type Clock = {
	/** Milliseconds since 1970 UTC. */
	readonly now: () => number;
	/** A fresh id: short, random, URL-safe. */
	readonly newId: () => string;
};

/** Called at named points of the protocols; crash tests end the process there. */
export type Checkpoint = (name: string) => void;
