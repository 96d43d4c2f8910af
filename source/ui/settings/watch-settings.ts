import type {Push} from '../../desk/desk.ts';
import type {EffectContext} from '../effect/context.ts';
import {problemToast} from '../effect/toast.ts';
import {currentTab} from './current.ts';

/** Keeps at hand what the tab on the screen needs beside the settings themselves. */
export const watchSettings = (context: EffectContext): (() => void) => {
	const {store, desk} = context;
	let shown = '';
	let isAsking = false;
	let isAgain = false;
	let isStopped = false;
	const ask = async (): Promise<void> => {
		const tab = currentTab(store.state());
		if (tab.load === undefined || isStopped) return;
		if (isAsking) {
			isAgain = true;
			return;
		}
		isAsking = true;
		const answer = await tab.load(context);
		isAsking = false;
		if (isStopped) return;
		if (answer.ok) store.dispatch({type: 'settings-loaded', tab: tab.name, value: answer.value});
		else store.dispatch(problemToast(answer.problem));
		if (isAgain) {
			isAgain = false;
			await ask();
		}
	};
	const unsubscribe = store.subscribe(() => {
		const {settings, me} = store.state();
		const next = settings.isOpen && me !== null ? settings.tab : '';
		if (next === shown) return;
		shown = next;
		if (next !== '') void ask();
	});
	const onPush = (push: Push) => {
		const {isOpen} = store.state().settings;
		const isBack = push.kind === 'connection' && push.state === 'back';
		const wanted = currentTab(store.state()).reloadOn ?? ['settings'];
		if (isOpen && (isBack || wanted.some(kind => kind === push.kind))) void ask();
	};
	const off = desk.on(onPush);
	return () => {
		isStopped = true;
		unsubscribe();
		off();
	};
};
