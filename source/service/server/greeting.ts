import type {Problem} from '../../domain/problem.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import {type Hello, protocolNumber} from '../protocol.ts';
import {type Challenge, newChallenge, provenUid} from './identity.ts';
import {loginOf} from './login-of.ts';

/** Null for the same version, else the problem that says which one runs. */
const versionProblem = (hello: Hello, version: string): Problem | null =>
	hello.version === version && hello.protocol === protocolNumber
		? null
		: {name: 'service-version', details: {version, client: hello.version}};

/** Only who can read the files anyway may work as somebody else. */
const mayPickLogin = (uid: number): boolean => uid === 0 || uid === process.getuid?.();

type Greeted = {readonly login: string; readonly limited: Problem | null};

/**
 * The service's side of the greeting, without the socket: `hello` opens it with a challenge,
 * `proof` ends it. A client of another version gets through, limited to `status` and `stop`, so
 * that it can end the old service; one of another protocol does not.
 */
export class Greeting {
	readonly #version: string;
	readonly #whoFolder: string;
	#hello: Hello | null = null;
	#challenge: Challenge | null = null;

	constructor(version: string, whoFolder: string) {
		this.#version = version;
		this.#whoFolder = whoFolder;
	}

	/** Whether a hello has come; each connection has one. */
	get begun(): boolean {
		return this.#hello !== null;
	}

	/** The nonce to prove with. */
	hello(hello: Hello): Result<string> {
		const problem = versionProblem(hello, this.#version);
		if (problem && hello.protocol !== protocolNumber) return {ok: false, problem};
		this.#hello = hello;
		this.#challenge = newChallenge();
		return ok(this.#challenge.nonce);
	}

	/** Who it is. Problem `not-an-agent` for a cheater. */
	async proof(): Promise<Result<Greeted>> {
		const hello = this.#hello;
		const challenge = this.#challenge;
		this.#challenge = null;
		if (!hello || !challenge) return fail('not-an-agent', {reason: 'no-challenge'});
		const uid = await provenUid(this.#whoFolder, challenge);
		if (!uid.ok) return uid;
		const own = await loginOf(uid.value);
		const login = hello.login ?? own;
		if (login !== own && !mayPickLogin(uid.value)) {
			return fail('not-an-agent', {login, reason: 'other-login'});
		}
		return ok({login, limited: versionProblem(hello, this.#version)});
	}
}
