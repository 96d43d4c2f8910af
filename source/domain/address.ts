/** A mailbox of RFC 5322 §3.4: display name (may be empty) and addr-spec. */
export type Address = {readonly name: string; readonly address: string};

/** The form in which addresses are compared. Local parts are folded too, as every large provider does. */
export const addressKey = (address: string): string => address.trim().toLowerCase();
