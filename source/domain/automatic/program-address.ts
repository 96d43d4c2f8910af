const programs =
	/^(?:(?:.*[-._+])?(?:(?:do-?)?not?[-._]?reply|do[-._]not[-._]reply|keine[-._]antwort)|mailer-?daemon|post[-_]?master|auto-?(?:mailer|responder|reply|response|antwort)|(?:bitte-?)?(?:nicht|keine)[-._]?(?:be)?antwort(?:en)?|ne[-._]?pas[-._]?repondre|no[-._]?responder|non[-._]?rispondere|nao[-._]?responda|bounces?)\d*(?:[-+._=].*)?@/iu;

/** Whether nobody reads what is sent to the address: mailer-daemon, postmaster, noreply and their like. */
export const isProgramAddress = (address: string): boolean => {
	const local = address.slice(0, Math.max(address.lastIndexOf('@'), 0));
	return local !== '' && programs.test(`${local}@`);
};
