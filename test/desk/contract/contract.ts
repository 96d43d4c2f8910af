import type {Room} from '../room.ts';
import {contractAccounts} from './contract-accounts.ts';
import {contractFiles} from './contract-files.ts';
import {contractFlags} from './contract-flags.ts';
import {contractLists} from './contract-lists.ts';
import {contractMaking} from './contract-making.ts';
import {contractMoves} from './contract-moves.ts';
import {contractPresence} from './contract-presence.ts';
import {contractPrivate} from './contract-private.ts';
import {contractRights} from './contract-rights.ts';
import {contractRoles} from './contract-roles.ts';
import {contractRules} from './contract-rules.ts';
import {contractSend} from './contract-send.ts';
import {contractSettings} from './contract-settings.ts';
import {contractSettingsLists} from './contract-settings-lists.ts';
import {contractTickets} from './contract-tickets.ts';

export type OpenRoom = (fresh: boolean) => Promise<Room>;

/** What every way to a desk must do: in process, over the socket. `open` furnishes a room per test. */
export const deskContract = (where: string, open: OpenRoom): void => {
	for (const part of [
		contractRights,
		contractPrivate,
		contractRoles,
		contractLists,
		contractFlags,
		contractTickets,
		contractMoves,
		contractMaking,
		contractSend,
		contractPresence,
		contractFiles,
		contractSettings,
		contractAccounts,
		contractRules,
		contractSettingsLists,
	])
		part(where, open);
};
