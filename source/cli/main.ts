/** The entry of `raute`: one command line in a process of its own. */
import {writeDatesAs} from '../language/when.ts';
import {thisProgram} from './program.ts';
import {runLine} from './run-line.ts';
import {spareMemory} from './spare-memory.ts';

spareMemory();
writeDatesAs(process.env);
process.exitCode = await runLine(process.argv.slice(2), {
	env: process.env,
	stdin: process.stdin,
	stdout: process.stdout,
	stderr: process.stderr,
	exit: code => process.exit(code),
	program: thisProgram,
});
