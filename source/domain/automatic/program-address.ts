const programs =
	/^(?:mailer-?daemon|postmaster|(?:do-?)?not?[-._]?reply|do[-._]not[-._]reply|(?:bitte-?)?(?:nicht|keine)[-._]?(?:be)?antwort(?:en)?|ne[-._]?pas[-._]?repondre|no[-._]?responder|non[-._]?rispondere|bounces?)(?:[-+._=].*)?@?/iu;

/** Whether nobody reads what is sent to the address: mailer-daemon, postmaster, noreply and their like. */
export const isProgramAddress = (address: string): boolean => {
	const local = address.slice(0, Math.max(address.lastIndexOf('@'), 0));
	return local !== '' && programs.test(`${local}@`);
};
