import type {Right} from '../../domain/agent.ts';
import type {TextKey} from '../../language/say.ts';
import type {State} from './state.ts';

const reasons: Readonly<Record<Right, TextKey>> = {
	'tickets.read': 'reason.noRight',
	'tickets.reply': 'reason.noReplyRight',
	'tickets.edit': 'reason.noEditRight',
	'tickets.delete': 'reason.noDeleteRight',
	rules: 'reason.noRulesRight',
	templates: 'reason.noTemplatesRight',
	queues: 'reason.noQueuesRight',
	accounts: 'reason.noAccountsRight',
	jobs: 'reason.noJobsRight',
	agents: 'reason.noAgentsRight',
};

/** True when the person at the screen has a right; else the reason why something cannot be done. */
export const hasRight = ({me}: Pick<State, 'me'>, right: Right): true | TextKey => {
	if (me === null) return 'reason.notConnected';
	return me.rights.includes(right) ? true : reasons[right];
};
