import type {DeskStatus, Push} from '../../desk/desk.ts';
import {hasFailed, type PassReport} from '../../domain/account/account.ts';
import type {UiEvent} from './event.ts';
import type {DeskState, State} from './state.ts';

export const newDesk: DeskState = {
	connection: 'opening',
	since: 0,
	problem: null,
	hidden: false,
	importing: new Map(),
	imported: null,
	failed: new Map(),
	late: [],
	outbox: new Map(),
};

const withReport = (desk: DeskState, report: PassReport): DeskState => {
	const failed = new Map(desk.failed);
	failed.delete(report.account);
	if (hasFailed(report) && report.problem !== null) failed.set(report.account, report.problem);
	const isNews = hasFailed(report) && !desk.failed.has(report.account);
	const finished = Date.parse(report.finishedAt);
	return {
		...desk,
		failed,
		hidden: desk.hidden && !isNews,
		imported: report.ok ? Math.max(desk.imported ?? 0, finished) : desk.imported,
	};
};

const imported = (desk: DeskState, push: Extract<Push, {kind: 'import'}>): DeskState => {
	const importing = new Map(desk.importing);
	if (push.report === null) importing.set(push.account, {done: push.done, total: push.total});
	else importing.delete(push.account);
	const next = {...desk, importing};
	return push.report === null ? next : withReport(next, push.report);
};

const outboxChanged = (desk: DeskState, push: Extract<Push, {kind: 'outbox'}>): DeskState => {
	const outbox = new Map(desk.outbox);
	if (push.state === 'queued' || push.state === 'sending') outbox.set(push.message, push.state);
	else outbox.delete(push.message);
	return {...desk, outbox};
};

const connected = (
	desk: DeskState,
	push: Extract<Push, {kind: 'connection'}>,
	now: number,
): DeskState => {
	if (push.state === 'back') return {...desk, connection: 'open', problem: null, hidden: false};
	const connection = push.state === 'ended' ? ('ended' as const) : ('lost' as const);
	const problem = push.problem ?? {name: 'connection-lost' as const, details: {}};
	const since = desk.connection === 'lost' ? desk.since : now;
	return {...desk, connection, since, problem, hidden: false};
};

const pushed = (state: State, push: Push): State => {
	const {desk} = state;
	switch (push.kind) {
		case 'import':
			return {...state, desk: imported(desk, push)};
		case 'late':
			return {...state, desk: {...desk, late: push.late}};
		case 'outbox':
			return {...state, desk: outboxChanged(desk, push)};
		case 'connection':
			return {...state, desk: connected(desk, push, state.now)};
		case 'presence': {
			const presence = new Map(state.presence);
			const {number, viewing, writing} = push;
			if (viewing.length + writing.length === 0) presence.delete(number);
			else presence.set(number, {viewing, writing});
			return {...state, presence};
		}
		default:
			return state;
	}
};

const statusCame = (desk: DeskState, status: DeskStatus): DeskState => {
	const importing = new Map(
		status.importing.map(({account, done, total}) => [account, {done, total}] as const),
	);
	return status.passes.reduce(withReport, {...desk, importing});
};

/** What the desk behind the screen does: connection, import, outbox, colleagues. */
export const reduceDesk = (state: State, event: UiEvent): State => {
	switch (event.type) {
		case 'signed-in':
			return {
				...state,
				me: event.me,
				desk: {...state.desk, connection: 'open', problem: null, late: event.me.late},
			};
		case 'desk-status':
			return {...state, desk: statusCame(state.desk, event.status)};
		case 'outbox-came': {
			const waiting = event.items.filter(({state: now}) => now === 'queued' || now === 'sending');
			const outbox = new Map(waiting.map(item => [item.message, item.state] as const));
			return {...state, desk: {...state.desk, outbox}};
		}
		case 'pushed':
			return pushed(state, event.push);
		case 'desk-failed':
			return {...state, desk: {...state.desk, problem: event.problem, hidden: false}};
		case 'error-hidden':
			return {...state, desk: {...state.desk, hidden: true}};
		default:
			return state;
	}
};
