/** An answer with tokens takes a few kB; one without an end would fill the memory of the desk. */
const mostBytes = 1024 * 1024;

/** Ends a body that is longer. */
const bound = (): TransformStream<Uint8Array, Uint8Array> => {
	let length = 0;
	return new TransformStream({
		transform(chunk, controller) {
			length += chunk.byteLength;
			if (length > mostBytes) controller.error(new Error(`more than ${mostBytes} bytes`));
			else controller.enqueue(chunk);
		},
	});
};

/** `fetch` for authorization servers. */
export const boundedFetch = async (url: string, init: RequestInit): Promise<Response> => {
	const {body, status, statusText, headers} = await fetch(url, init);
	return new Response(body === null ? null : body.pipeThrough(bound()), {
		status,
		statusText,
		headers,
	});
};
