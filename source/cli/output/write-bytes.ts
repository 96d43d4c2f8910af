import type {Call} from '../command.ts';

/** Writes bytes as they are; done when the system has taken them. */
export const writeBytes = (call: Call, bytes: Uint8Array): Promise<void> =>
	new Promise((resolve, reject) => {
		call.stdout.write(bytes, error => (error ? reject(error) : resolve()));
	});
