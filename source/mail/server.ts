import type {Account} from '../domain/account.ts';
import type {Result} from '../domain/result.ts';
import {connect, type Timeouts} from './connect.ts';
import type {MailServer} from './mail.ts';
import {passwordOf} from './secrets.ts';
import {submit} from './submit.ts';

const withPassword = async <T>(
	account: Account,
	dataFolder: string,
	work: (password: string) => Promise<Result<T>>,
): Promise<Result<T>> => {
	const password = await passwordOf(account, dataFolder);
	return password.ok ? work(password.value) : password;
};

/** The real mail servers. Passwords are looked up for each connection (`secrets.ts`). */
export const createMailServer = (options: {
	readonly dataFolder: string;
	readonly timeouts?: Timeouts;
}): MailServer => {
	const {dataFolder, timeouts} = options;
	const bounds = timeouts === undefined ? {} : {timeouts};
	return {
		open: account =>
			withPassword(account, dataFolder, password => connect(account, {password, ...bounds})),
		submit: (account, mail) =>
			withPassword(account, dataFolder, password => submit(account, mail, {password, ...bounds})),
	};
};
