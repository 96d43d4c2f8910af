import type {Push} from '../../desk/desk.ts';
import type {EffectContext} from './context.ts';
import {findDrafts} from './waiting-drafts.ts';

/** Signs in, listens to the desk, and asks again for everything when the connection is back. */
export const watchDesk = (context: EffectContext): (() => void) => {
	const {desk, store} = context;
	let isStopped = false;
	const signIn = async () => {
		const me = await desk.me();
		if (isStopped) return;
		if (!me.ok) return store.dispatch({type: 'desk-failed', problem: me.problem});
		store.dispatch({type: 'signed-in', me: me.value});
		const status = await desk.status();
		if (status.ok && !isStopped) store.dispatch({type: 'desk-status', status: status.value});
		const outbox = await desk.outbox();
		if (outbox.ok && !isStopped) store.dispatch({type: 'outbox-came', items: outbox.value});
		if (!isStopped) await findDrafts(context);
	};
	const onPush = (push: Push) => {
		store.dispatch({type: 'pushed', push});
		const isBack = push.kind === 'connection' && push.state === 'back';
		if (isBack || push.kind === 'settings') void signIn();
	};
	const off = desk.on(onPush);
	void signIn();
	return () => {
		isStopped = true;
		off();
	};
};
