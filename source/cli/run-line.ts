/** A command line of `raute`: chooses language, data folder and command, and answers the exit code. */
import type {Desk} from '../desk/desk.ts';
import type {Problem} from '../domain/problem.ts';
import type {Result} from '../domain/result.ts';
import {sayProblemLine} from '../language/problem.ts';
import {createSay} from '../language/say.ts';
import {clean} from '../mail/clean.ts';
import type {Call, Command} from './command.ts';
import {commandList} from './command-list.ts';
import {connect} from './connect.ts';
import {exitCode, exitCodeOf} from './exit-code.ts';
import {chooseLanguage} from './language-choice.ts';
import {commonFlags, type Parsed, parse} from './parse.ts';
import {placeOf} from './place.ts';
import {programVersion} from './program.ts';
import {splitCommand} from './split-command.ts';
import {readLook} from './ui-port/own-settings.ts';

/** What a command line needs of the process that it was typed for. */
export type Surroundings = Pick<Call, 'env' | 'stdin' | 'stdout' | 'program'> & {
	readonly stderr: NodeJS.WritableStream;
	readonly exit: (code: number) => never;
};

/** Surroundings with what is said in them. */
type Line = Surroundings & Pick<Call, 'print' | 'tell' | 'say'>;

/** File names and arguments stand in what is told, and may come from anywhere. */
const lineIn = (around: Surroundings, say: Call['say']): Line => ({
	...around,
	say,
	print: line => void around.stdout.write(`${line}\n`),
	tell: line => void around.stderr.write(`${clean(line)}\n`),
});

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const loaderOf = (name: string) =>
	Object.hasOwn(commandList, name) ? commandList[name] : undefined;

const callOf = ({args, flags}: Parsed, line: Line): Call => {
	const {env, stdin, stdout, program, print, tell, say} = line;
	const {data: dataFolder, config, state} = placeOf(env, textOf(flags['data']));
	const login = textOf(flags['login']);
	const start = flags['start'] !== false;
	const desk = (): Promise<Result<Desk>> =>
		connect({dataFolder, program, start, ...(login === null ? {} : {login})});
	return {
		args,
		flags,
		env,
		stdin,
		stdout,
		print,
		tell,
		say,
		language: say.language,
		dataFolder,
		config,
		state,
		version: programVersion(),
		desk,
		program,
		command: name => loaderOf(name)?.() ?? null,
	};
};

const runCommand = async (name: string, command: Command, parsed: Parsed, line: Line) => {
	const {print, tell, say} = line;
	const {helpLines, usageOf} = await import('./help.ts');
	if (parsed.missing !== null) {
		tell(`raute: ${say('cli.value-missing', {option: parsed.missing})}`);
		return exitCode.usage;
	}
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
		for (const text of lines) print(text);
		return exitCode.done;
	}
	return command.run(callOf(parsed, line));
};

/** A bug: say so in one line; `--debug` adds where it is. */
const explain = (error: unknown, {tell, say}: Line, debug: boolean): number => {
	const text = error instanceof Error ? error.message : String(error);
	tell(`raute: ${say('cli.bug', {text})}`);
	if (debug && error instanceof Error) tell(error.stack ?? '');
	return exitCode.failed;
};

/** A reader that has seen enough (`raute list | head`) is no error; output that is cut off is one. */
const watchOutput = ({stdout, exit, tell, say}: Line): void => {
	stdout.on('error', ({code}: NodeJS.ErrnoException) => {
		if (code === 'EPIPE') exit(exitCode.done);
		if (code !== 'ENOSPC' && code !== 'EDQUOT') return;
		const problem: Problem = {name: 'disk-full', details: {}};
		tell(`raute: ${sayProblemLine(say, problem)}`);
		exit(exitCodeOf(problem));
	});
};

/** Runs one command line to its end. */
export const runLine = async (argv: readonly string[], around: Surroundings): Promise<number> => {
	const {name, rest} = splitCommand(argv);
	const first = parse(rest, commonFlags);
	const chosen = readLook(placeOf(around.env, null).config).language;
	const wish = first.missing === '--lang' ? null : textOf(first.flags['lang']);
	const language = chooseLanguage(around.env, wish, chosen);
	const line = lineIn(around, createSay(language ?? 'en'));
	const {tell, say} = line;
	watchOutput(line);
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
		return await runCommand(name, command, parse(rest, command.flags), line);
	} catch (error) {
		return explain(error, line, first.flags['debug'] === true);
	}
};
