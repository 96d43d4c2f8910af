/** UIDs as an IMAP sequence set (RFC 9051 §9), ascending, runs joined: `3:5,9`. */
export const uidSet = (uids: readonly number[]): string => {
	const sorted = [...new Set(uids)].sort((a, b) => a - b);
	const runs: Array<{readonly from: number; to: number}> = [];
	for (const uid of sorted) {
		const last = runs.at(-1);
		if (last && last.to === uid - 1) {
			last.to = uid;
		} else {
			runs.push({from: uid, to: uid});
		}
	}
	return runs.map(({from, to}) => (from === to ? `${from}` : `${from}:${to}`)).join(',');
};
