import type {AccountTest, Discovery, SignIn} from '../../domain/account/account-setup.ts';
import type {Problem} from '../../domain/problem.ts';

/** What is known of the account while it is being set up. */
export type AccountNote = {
	readonly phase: 'idle' | 'discovering' | 'testing' | 'signing-in';
	/** The address that the discovery was about. */
	readonly address: string;
	readonly discovery: Discovery | null;
	readonly test: AccountTest | null;
	readonly signIn: SignIn | null;
	/** Why the sign-in came to nothing. */
	readonly problem?: Problem | null;
};

export const noNote: AccountNote = {
	phase: 'idle',
	address: '',
	discovery: null,
	test: null,
	signIn: null,
};

/** Whether the servers of an address were looked for, whatever came of it. */
export const isLookedFor = ({phase, address}: AccountNote): boolean =>
	phase === 'idle' && address !== '';
