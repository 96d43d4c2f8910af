/** A writer of the negative control: lowdb as it comes, on a file that others write too. */
import {appendFileSync} from 'node:fs';
import {Low} from 'lowdb';
import {JSONFile} from 'lowdb/node';

const [file = '', acknowledgements = '', name = '', updates = '0'] = process.argv.slice(2);
const database = new Low<{comments: string[]}>(new JSONFile(file), {comments: []});

for (let done = 0; done < Number(updates); done++) {
	const text = `${name}-${done}`;
	try {
		await database.read();
		database.data.comments.push(text);
		await database.write();
		appendFileSync(acknowledgements, `${text}\n`);
	} catch {
		// A torn file or a vanished temp file: not acknowledged, so nothing was promised.
	}
}
