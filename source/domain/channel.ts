/** Ways in which a customer reaches us beside mail. Each is also the kind of the draft it is noted in. */
export const handChannels = ['phone', 'fax', 'letter', 'visit'] as const;

export type HandChannel = (typeof handChannels)[number];

/** `mail`: a ticket that begins with a mail of ours. */
export type Channel = HandChannel | 'mail';

/** Whether a draft of this kind notes what somebody said, not a mail. */
export const isHandChannel = (kind: string): kind is HandChannel =>
	(handChannels as readonly string[]).includes(kind);
