import {account} from './chapter/account.ts';
import {batch} from './chapter/batch.ts';
import {importing} from './chapter/import.ts';
import {queue} from './chapter/queue.ts';
import {reply} from './chapter/reply.ts';
import {responder} from './chapter/responder.ts';
import {rule} from './chapter/rule.ts';
import {status} from './chapter/status.ts';
import {work} from './chapter/work.ts';
import type {Chapter} from './row.ts';

/** Everything that the text of the source system describes, in its order: name of the test, chapter. */
export const chapters: ReadonlyArray<readonly [string, Chapter]> = [
	['account', account],
	['queue', queue],
	['responder', responder],
	['import', importing],
	['work', work],
	['batch', batch],
	['status', status],
	['reply', reply],
	['rule', rule],
];

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** The feature list of the README: each row with the test that proves it. */
export const featureTable = (): string =>
	[
		'| Deutsch | English | test |',
		'|---|---|---|',
		...chapters.flatMap(([name, {german, english, rows}]) => [
			`| **${cell(german)}** | **${cell(english)}** | \`test/checklist/${name}.test.ts\` |`,
			...rows.map(row => `| ${cell(row.german)} | ${cell(row.english)} | |`),
		]),
	].join('\n');
