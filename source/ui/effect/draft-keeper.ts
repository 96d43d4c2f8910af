import {draftOf} from '../compose/draft-of.ts';
import type {ComposerState} from '../state/composer-state.ts';
import type {EffectContext} from './context.ts';
import {performSteps} from './perform.ts';
import {problemToast} from './toast.ts';

/** A draft is written so long after the last key. */
const quietMilliseconds = 500;

export type DraftKeeper = {
	/** Writes what is not written yet, and waits for it. */
	flush(): Promise<void>;
	/** Puts what is not written yet on this machine, at once: the terminal is going away. */
	keepNow(): void;
	/** Waits for a write that runs; a text that is being sent or discarded is not written again. */
	rest(): Promise<void>;
	stop(): void;
};

const isUnsaved = (composer: ComposerState): boolean =>
	composer.revision > (composer.saved?.revision ?? 0);

/** Saves the text being written: at the desk, or on this machine when the desk cannot take it. */
export const createDraftKeeper = (context: EffectContext): DraftKeeper => {
	const {store, ports} = context;
	let timer: NodeJS.Timeout | undefined;
	let scheduled = '';
	let running: Promise<void> = Promise.resolve();

	const agent = () => store.state().me?.agent.login ?? '';

	const save = async (): Promise<void> => {
		const {composer} = store.state();
		if (composer === null || composer.stage === 'sending' || !isUnsaved(composer)) return;
		const {id, number, revision} = composer;
		const draft = draftOf(composer, agent(), context.now());
		const step = {number, action: 'draft', input: {draft}};
		const [outcome] = await performSteps(context, [step]);
		const locally = outcome?.ok !== true;
		if (locally) ports.keepDraftLocally({number, draft});
		else await ports.forgetKeptDraft(id);
		if (locally && !composer.keptLocally && outcome !== undefined)
			store.dispatch(problemToast(outcome.problem));
		store.dispatch({type: 'draft-saved', id, revision, at: context.now(), locally});
	};

	const flush = (): Promise<void> => {
		clearTimeout(timer);
		running = running.then(save);
		return running;
	};

	const unsubscribe = store.subscribe(() => {
		const {composer} = store.state();
		if (composer === null || !isUnsaved(composer)) return;
		const wanted = `${composer.id} ${composer.revision}`;
		if (wanted === scheduled) return;
		scheduled = wanted;
		clearTimeout(timer);
		timer = setTimeout(() => void flush(), quietMilliseconds);
	});

	return {
		flush,
		keepNow() {
			const {composer} = store.state();
			if (composer === null || !isUnsaved(composer)) return;
			const draft = draftOf(composer, agent(), context.now());
			ports.keepDraftLocally({number: composer.number, draft});
		},
		async rest() {
			clearTimeout(timer);
			await running;
		},
		stop() {
			clearTimeout(timer);
			unsubscribe();
		},
	};
};
