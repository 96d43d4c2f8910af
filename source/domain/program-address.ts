const programs =
	/^(?:mailer-?daemon|postmaster|(?:do-?)?not?[-._]?reply|do[-._]not[-._]reply|bounces?)(?:[-+._=].*)?@?/iu;

/** Whether nobody reads what is sent to the address: mailer-daemon, postmaster, noreply and their like. */
export const isProgramAddress = (address: string): boolean => {
	const local = address.slice(0, Math.max(address.lastIndexOf('@'), 0));
	return local !== '' && programs.test(`${local}@`);
};
