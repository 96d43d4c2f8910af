import type {Push} from '../../desk/desk.ts';
import type {Session} from './session.ts';

type Told<Kind extends Push['kind']> = Extract<Push, {kind: Kind}>;

const outboxNews = ({author, state: now, number, error}: Told<'outbox'>, session: Session) => {
	const {say, state} = session;
	if (author !== state().me.agent.login || (now !== 'failed' && now !== 'uncertain')) return null;
	return say(`toast.${now}`, {number, why: error ?? ''});
};

const presenceNews = ({number, writing, viewing}: Told<'presence'>, session: Session) => {
	const {say, state} = session;
	if (number !== state().ticket?.number) return null;
	if (writing.length > 0) return say('ticket.writing', {names: writing.join(', ')});
	return viewing.length === 0 ? null : say('ticket.viewing', {names: viewing.join(', ')});
};

/** What happened meanwhile, to be said before the next question and never in the middle of a line. */
export const gatherNews = (session: Session) => {
	const {desk, say} = session;
	let news: string[] = [];
	let inbox: number | null = null;
	const listNews = ({counts}: Told<'list'>) => {
		const more = counts.inbox - (inbox ?? counts.inbox);
		inbox = counts.inbox;
		return more > 0 ? say('plain.news', {n: more}) : null;
	};
	const hear = (push: Push): string | null => {
		switch (push.kind) {
			case 'list':
				return listNews(push);
			case 'outbox':
				return outboxNews(push, session);
			case 'presence':
				return presenceNews(push, session);
			case 'connection':
				return say(push.state === 'back' ? 'plain.back' : 'problem.connection-lost.what');
			default:
				return null;
		}
	};
	const stop = desk.on(push => {
		const line = hear(push);
		if (line !== null && news.at(-1) !== line) news.push(line);
	});
	return {
		stop,
		take: () => {
			const told = news;
			news = [];
			return told;
		},
	};
};
