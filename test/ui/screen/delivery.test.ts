import '../environment.ts';
import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Message} from '../../../source/domain/message.ts';
import {lineText} from '../../../source/ui/part/line.ts';
import {statusLine} from '../../../source/ui/screen/status-line.ts';
import {ticketPane} from '../../../source/ui/screen/ticket/ticket-pane.ts';
import {aDelivery, aDraft, aMessage} from '../../domain/sample.ts';
import {createPureScreen, sampleAnswers} from '../pure-screen.ts';

const answers = await sampleAnswers();
const number = '202611230001';

const words =
	'550 5.7.1 <kim@example.test>: Recipient address rejected: the mailbox is full and the sender is not known here';

const stuck = (part: Partial<Message>): Message =>
	aMessage({
		id: 'out',
		direction: 'out',
		state: 'failed',
		text: 'Guten Tag.',
		receivedAt: '2026-11-24T13:00:00.000Z',
		delivery: aDelivery({error: {code: '550', text: words}, draft: aDraft()}),
		...part,
	});

/** The open sample ticket whose last mail is this one. */
const withMail = (message: Message, columns = 80) => {
	const ticket = answers.tickets.get(number);
	assert.ok(ticket);
	const tickets = new Map(answers.tickets);
	tickets.set(number, {...ticket, messages: [...ticket.messages, message]});
	const screen = createPureScreen({...answers, tickets}, {columns, rows: 24});
	screen.press('j', 'j', 'enter');
	const view = screen.state().ticket;
	assert.ok(view !== null);
	const place = {state: screen.state(), look: screen.look, width: columns, height: 22};
	return {screen, text: ticketPane(view, place).map(line => lineText(line).trimEnd())};
};

test('a mail that failed says why in full, and what to do', () => {
	for (const columns of [40, 80]) {
		const {text} = withMail(stuck({}), columns);
		const whole = text.map(line => line.trim()).join(' ');
		assert.ok(whole.includes(`nicht gesendet ${words}`), whole);
		assert.ok(text.includes('   : Erneut senden   : Mail zurückholen'), whole);
		assert.match(whole, /: Postausgang: alle Mails, die wart/u);
	}
});

test('a reason of our own is said in our words, and the next try has its time', () => {
	const error = {code: 'password-missing', text: 'password-missing'};
	const {text} = withMail(stuck({state: 'queued', delivery: aDelivery({error})}));
	const whole = text.join('\n');
	assert.match(
		whole,
		/wartet im Postausgang, nächster Versuch Mo 11:00\n +Für das Konto fehlt das Passwort/u,
	);
	const {text: waiting} = withMail(stuck({state: 'queued', delivery: aDelivery()}));
	assert.doesNotMatch(waiting.join('\n'), /Erneut senden|nächster Versuch/u);
});

test('sending again and calling back are commands of the ticket, as far as they can be done', () => {
	const done = (message: Message, query: string) => {
		const [effect] = withMail(message).screen.press(':', ...query, 'enter');
		return effect?.type === 'perform' ? effect.steps[0]?.action : undefined;
	};
	assert.equal(done(stuck({}), 'erneut'), 'retrySend');
	assert.equal(done(stuck({}), 'zurückholen'), 'callBack');
	const bounced = stuck({delivery: aDelivery({error: {code: '5.1.1', text: 'unknown'}})});
	assert.equal(done(bounced, 'erneut'), 'retrySend');
	assert.equal(done(bounced, 'zurückholen'), undefined);
});

test('who wrote a mail is told at once that it did not get out, and where to look', () => {
	const push = {
		kind: 'outbox',
		number,
		message: 'out',
		state: 'failed',
		error: '550 no such user',
		code: '550',
	} as const;
	const screen = createPureScreen(answers, {columns: 80, rows: 24});
	const said = () => lineText(statusLine(screen.state(), screen.look));
	screen.dispatch({type: 'pushed', push: {...push, author: 'krause'}});
	assert.equal(screen.state().toast, null);
	screen.dispatch({type: 'pushed', push: {...push, author: 'weber'}});
	assert.match(said(), /! 202611230001 nicht gesendet: 550 no such user +: Postausgang $/u);
});
