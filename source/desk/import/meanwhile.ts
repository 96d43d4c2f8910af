import type {PassReport} from '../../domain/account/account.ts';

const counts = ['imported', 'followUps', 'quarantined'] as const;

const withEarlier = (report: PassReport, earlier: readonly PassReport[]): PassReport => ({
	...report,
	...Object.fromEntries(
		counts.map(name => [name, earlier.reduce((sum, one) => sum + one[name], report[name])]),
	),
});

/**
 * Who asks for a pass while another one of the account is under way waits for it, and gets what
 * both took in: the second one alone would say that nothing came.
 */
export const createMeanwhile = () => {
	const listening = new Set<PassReport[]>();
	return {
		/** Takes note of a pass that ended. */
		hear: (report: PassReport): void => {
			for (const reports of listening) reports.push(report);
		},
		/** Runs a pass and adds what others of its account took in meanwhile. */
		during: async (run: () => Promise<PassReport>): Promise<PassReport> => {
			const reports: PassReport[] = [];
			listening.add(reports);
			try {
				const own = await run();
				const isEarlier = (one: PassReport) => one !== own && one.account === own.account;
				return withEarlier(own, reports.filter(isEarlier));
			} finally {
				listening.delete(reports);
			}
		},
	};
};
