/** The entry of `raute`: chooses language, data folder and command, and answers the exit code. */
import type {Desk} from '../desk/desk.ts';
import type {Problem} from '../domain/problem.ts';
import type {Result} from '../domain/result.ts';
import {sayProblemLine} from '../language/problem.ts';
import {createSay, type Say} from '../language/say.ts';
import {clean} from '../mail/clean.ts';
import type {Call, Command} from './command.ts';
import {commandList} from './command-list.ts';
import {connect} from './connect.ts';
import {exitCode, exitCodeOf} from './exit-code.ts';
import {chooseLanguage} from './language-choice.ts';
import {commonFlags, type Parsed, parse} from './parse.ts';
import {placeOf} from './place.ts';
import {programVersion} from './program.ts';
import {spareMemory} from './spare-memory.ts';
import {splitCommand} from './split-command.ts';
import {readLook} from './ui-port/own-settings.ts';

/** File names and arguments stand in these lines, and may come from anywhere. */
const tell = (line: string): void => {
	process.stderr.write(`${clean(line)}\n`);
};

const print = (line: string): void => {
	process.stdout.write(`${line}\n`);
};

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const loaderOf = (name: string) =>
	Object.hasOwn(commandList, name) ? commandList[name] : undefined;

const callOf = ({args, flags}: Parsed, say: Say): Call => {
	const {data: dataFolder, config, state} = placeOf(process.env, textOf(flags['data']));
	const login = textOf(flags['login']);
	const desk = (): Promise<Result<Desk>> =>
		connect({dataFolder, start: flags['start'] !== false, ...(login === null ? {} : {login})});
	return {
		args,
		flags,
		stdin: process.stdin,
		stdout: process.stdout,
		print,
		tell,
		say,
		language: say.language,
		dataFolder,
		config,
		state,
		version: programVersion(),
		desk,
		command: name => loaderOf(name)?.() ?? null,
	};
};

const runCommand = async (name: string, command: Command, parsed: Parsed, say: Say) => {
	const {helpLines, usageOf} = await import('./help.ts');
	if (parsed.unknown !== null) {
		tell(`raute: ${say('cli.unknown-option', {option: parsed.unknown, command: name})}`);
		return exitCode.usage;
	}
	if (parsed.fault !== null) {
		tell(`raute: ${parsed.fault}`);
		return exitCode.usage;
	}
	if (parsed.flags['version'] === true) {
		print(programVersion());
		return exitCode.done;
	}
	if (parsed.flags['help'] === true) {
		const lines =
			name === 'screen' ? await helpLines(say) : [usageOf(name, command), say(command.summary)];
		for (const line of lines) print(line);
		return exitCode.done;
	}
	return command.run(callOf(parsed, say));
};

/** A bug: say so in one line; `--debug` adds where it is. */
const explain = (error: unknown, say: Say, debug: boolean): number => {
	const text = error instanceof Error ? error.message : String(error);
	tell(`raute: ${say('cli.bug', {text})}`);
	if (debug && error instanceof Error) tell(error.stack ?? '');
	return exitCode.failed;
};

/** A reader that has seen enough (`raute list | head`) is no error; output that is cut off is one. */
const watchOutput = (say: Say): void => {
	process.stdout.on('error', ({code}: NodeJS.ErrnoException) => {
		if (code === 'EPIPE') process.exit(exitCode.done);
		if (code !== 'ENOSPC' && code !== 'EDQUOT') return;
		const problem: Problem = {name: 'disk-full', details: {}};
		tell(`raute: ${sayProblemLine(say, problem)}`);
		process.exit(exitCodeOf(problem));
	});
};

const main = async (argv: readonly string[]): Promise<number> => {
	const {name, rest} = splitCommand(argv);
	const first = parse(rest, commonFlags);
	const chosen = readLook(placeOf(process.env, null).config).language;
	const language = chooseLanguage(process.env, textOf(first.flags['lang']), chosen);
	const say = createSay(language ?? 'en');
	watchOutput(say);
	if (language === null) {
		tell(`raute: ${say('cli.unknown-language', {language: String(first.flags['lang'])})}`);
		return exitCode.usage;
	}
	const load = loaderOf(name);
	if (load === undefined) {
		tell(`raute: ${say('cli.unknown-command', {command: name})}`);
		return exitCode.usage;
	}
	try {
		const command = await load();
		return await runCommand(name, command, parse(rest, command.flags), say);
	} catch (error) {
		return explain(error, say, first.flags['debug'] === true);
	}
};

spareMemory();
process.exitCode = await main(process.argv.slice(2));
