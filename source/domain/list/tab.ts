/** The tabs of the list in their order; the digit is their key. Saved views follow after them. */
export const tabs = [
	{name: 'inbox', digit: '0'},
	{name: 'new', digit: '1'},
	{name: 'open', digit: '2'},
	{name: 'waiting_internal', digit: '3'},
	{name: 'waiting_customer', digit: '4'},
	{name: 'clarify', digit: '5'},
	{name: 'completed', digit: '6'},
	{name: 'trash', digit: '7'},
	{name: 'mine', digit: '8'},
	{name: 'archive', digit: '9'},
] as const;

export type TabName = (typeof tabs)[number]['name'];

export const sorts = ['newest', 'oldest', 'waiting', 'prio'] as const;

export type SortName = (typeof sorts)[number];

/** Which tickets, in which order. `filter` is the text behind `/` (see `filter/filter.ts`). */
export type ListQuery = {readonly tab: TabName; readonly sort: SortName; readonly filter: string};
