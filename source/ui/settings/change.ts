import type {SettingsTabName} from './tab-name.ts';

/**
 * One change of the settings, and by its two sides the way back: an item added (`before` null),
 * replaced or removed (`after` null), or rows put in another order.
 */
export type SettingsChange =
	| {
			readonly kind: 'item';
			readonly tab: SettingsTabName;
			readonly before: unknown;
			readonly after: unknown;
			/**
			 * What the tab's `remove` wants to know, or its `save` to bring back what a removal
			 * took along.
			 */
			readonly extra: unknown;
	  }
	| {
			readonly kind: 'order';
			readonly tab: SettingsTabName;
			readonly before: readonly string[];
			readonly after: readonly string[];
	  };

/** The change that takes this one back. `extra` is what the desk answered to it. */
export const inverse = (change: SettingsChange, extra: unknown): SettingsChange =>
	change.kind === 'order'
		? {...change, before: change.after, after: change.before}
		: {...change, before: change.after, after: change.before, extra};
