import type {Values} from '../settings/form/field.ts';

/** The steps of the first run, in their order. */
export const setupSteps = ['language', 'account', 'team', 'import'] as const;

export type SetupStep = (typeof setupSteps)[number];

type StepValues = Readonly<Partial<Record<SetupStep, Values>>>;

/** The first-run wizard: its forms are forms of the settings, one for each step. */
export type SetupState = {
	readonly isOpen: boolean;
	readonly step: SetupStep;
	/** What was typed in each step. */
	readonly values: StepValues;
	/** The person said no to it: it is not offered again. */
	readonly declined: boolean;
};

/** What is kept between two starts; secrets are not in it. */
export type KeptSetup = Omit<SetupState, 'isOpen'>;

export const newSetup: SetupState = {
	isOpen: false,
	step: 'language',
	values: {},
	declined: false,
};

const secrets: ReadonlySet<string> = new Set(['password', 'clientSecret']);

/** The state without what must not lie in a file. */
export const keptOf = ({step, values, declined}: SetupState): KeptSetup => ({
	step,
	declined,
	values: Object.fromEntries(
		Object.entries(values).map(([name, texts]) => [
			name,
			Object.fromEntries(Object.entries(texts).filter(([field]) => !secrets.has(field))),
		]),
	),
});
