import type {MessagePort} from 'node:worker_threads';
import type {ParsedMail} from '../../domain/receive/parsed-mail.ts';
import {attachmentBytes, originalHtml, parseMail} from '../parse.ts';
import {isShared} from './shared-copy.ts';

/** What the reading thread is asked for. The bytes are transferred, not copied again. */
export type ReadJob =
	| {readonly kind: 'mail'; readonly raw: Uint8Array; readonly maxBytes: number | null}
	| {readonly kind: 'attachment'; readonly raw: Uint8Array; readonly index: number}
	| {readonly kind: 'html'; readonly raw: Uint8Array};

export type ReadValue = ParsedMail | Uint8Array | string | null;

export type ReadReply =
	| {readonly kind: 'ready'}
	| {readonly kind: 'done'; readonly value: ReadValue}
	| {readonly kind: 'failed'};

/** Shared memory is copied: decoders of text refuse it, as it could change under them. */
const bufferOf = (bytes: Uint8Array): Buffer =>
	isShared(bytes)
		? Buffer.from(bytes)
		: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** A copy only where other parts of the mail share the memory. */
const ownMemory = (bytes: Buffer): Uint8Array =>
	bytes.byteLength === bytes.buffer.byteLength
		? new Uint8Array(bytes.buffer)
		: new Uint8Array(bytes);

/** Does one job in this thread. Rejects where the parser fails. */
export const doReadJob = async (job: ReadJob): Promise<ReadValue> => {
	const raw = bufferOf(job.raw);
	switch (job.kind) {
		case 'mail':
			return parseMail(raw, {maxBytes: job.maxBytes});
		case 'attachment': {
			const bytes = await attachmentBytes(raw, job.index);
			return bytes && ownMemory(bytes);
		}
		case 'html':
			return originalHtml(raw);
	}
};

/** Answers the jobs that come through `port` one after the other, in the order they come. */
export const serveReadJobs = (
	port: MessagePort,
	work: (job: ReadJob) => Promise<ReadValue> = doReadJob,
): void => {
	const answer = async (job: ReadJob): Promise<void> => {
		try {
			const value = await work(job);
			const transfer = value instanceof Uint8Array ? [value.buffer as ArrayBuffer] : [];
			port.postMessage({kind: 'done', value} satisfies ReadReply, transfer);
		} catch {
			port.postMessage({kind: 'failed'} satisfies ReadReply);
		}
	};
	let last: Promise<void> = Promise.resolve();
	port.on('message', (job: ReadJob) => {
		last = last.then(() => answer(job));
	});
	port.postMessage({kind: 'ready'} satisfies ReadReply);
};
