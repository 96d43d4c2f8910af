import assert from 'node:assert/strict';
import {test} from 'node:test';
import {conditions} from '../../../source/domain/condition/index.ts';
import {ruleMailOf} from '../../../source/domain/rule/rule-mail.ts';
import {aMessage, aTicket, person} from '../sample.ts';

const mail = ruleMailOf(
	aTicket({
		requester: person('kundin@example.de', 'Kundin'),
		messages: [
			aMessage({
				from: person('formular@firma.example', 'Formular'),
				to: [person('support@firma.example', 'Support')],
				cc: [person('chef@firma.example')],
				deliveredTo: ['postfach@server.example'],
				subject: 'Frage',
			}),
			aMessage({id: 'm2', from: person('spaeter@example.de'), subject: 'Re: Frage'}),
		],
	}),
	'konto@firma.example',
);

test('conditions look at the mail that the ticket began with', () => {
	assert.ok(mail);
	const texts = Object.fromEntries(conditions.map(({field, texts: of}) => [field, of(mail)]));
	assert.deepEqual(texts, {
		recipient: [
			'konto@firma.example',
			'support@firma.example',
			'chef@firma.example',
			'postfach@server.example',
		],
		sender: ['formular@firma.example', 'kundin@example.de'],
		senderName: ['Formular', 'Kundin'],
		subject: ['Frage'],
	});
});

test('a ticket without a mail from outside has nothing to look at', () => {
	const sent = aMessage({direction: 'out', state: 'sent'});
	assert.equal(ruleMailOf(aTicket({messages: [sent]}), null), null);
	assert.equal(ruleMailOf(aTicket({messages: []}), null), null);
});
