/** A process with a thread of words: `word-child.ts close|leave FILE`. */
import {wordThread} from '../../../source/store/words/word-thread.ts';

const [way = '', file = ''] = process.argv.slice(2);
const words = wordThread(file);
const asked = words
	.ask({kind: 'apply', jobs: [{key: 1, token: 1, text: 'waage'}]})
	.then(reply => console.log(reply.ok ? 'answered' : reply.text));
if (way === 'close') {
	await words.close();
	console.log('closed');
}
await asked;
