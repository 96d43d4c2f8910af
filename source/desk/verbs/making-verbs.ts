import type {MakingCalls} from '../calls/making-calls.ts';
import {createTicket} from '../change/create-ticket.ts';
import {figures} from '../figures.ts';
import type {Ask, Host} from '../host.ts';
import {eraseAddress} from '../person/erase-address.ts';
import {personalData} from '../person/personal-data.ts';

/** The verbs around making, erasing and counting tickets. */
export const makingVerbs = ({core}: Host, ask: Ask): MakingCalls => ({
	createTicket: request =>
		ask('tickets.edit', caller =>
			core.mover.alone(String(request?.id), () => createTicket(core, caller, request)),
		),
	personalData: address => ask('agents', () => personalData(core, address)),
	eraseAddress: address => ask('agents', caller => eraseAddress(core, caller, address)),
	figures: since => ask('tickets.read', caller => figures(core, caller, since)),
});
