import assert from 'node:assert/strict';
import {test} from 'node:test';
import {newestText} from '../../source/mail/quote.ts';

const answer = 'Danke, das passt.\n\nErika';

/** What the programs put between an answer and the quoted original. */
const introductions: Readonly<Record<string, string>> = {
	'Thunderbird, German': 'Am 02.03.26 um 10:15 schrieb Support:',
	'Thunderbird, English': 'On 3/2/26 10:15 AM, Support wrote:',
	'Gmail, English': 'On Mon, Mar 2, 2026 at 10:15 AM Support <support@firma.example> wrote:',
	'Gmail, broken after 76 characters':
		'On Mon, Mar 2, 2026 at 10:15 AM The Support Team of the Firm\n<support@firma.example> wrote:',
	'Gmail, German': 'Am Mo., 2. März 2026 um 10:15 Uhr schrieb Support <support@firma.example>:',
	'Gmail, French': 'Le lun. 2 mars 2026 à 10:15, Support <support@firma.example> a écrit :',
	'Gmail, Spanish': 'El lun, 2 mar 2026 a las 10:15, Support (<support@firma.example>) escribió:',
	'Gmail, Italian':
		'Il giorno lun 2 mar 2026 alle ore 10:15 Support <support@firma.example> ha scritto:',
	'Gmail, Portuguese': 'Em seg., 2 de mar. de 2026 às 10:15, Support <s@firma.example> escreveu:',
	'Gmail, Dutch': 'Op ma 2 mrt 2026 om 10:15 schreef Support <support@firma.example>:',
	'Gmail, Polish': 'pon., 2 mar 2026 o 10:15 Support <support@firma.example> napisał(a):',
	'Gmail, Czech': 'po 2. 3. 2026 v 10:15 odesílatel Support <support@firma.example> napsal:',
	'Gmail, Swedish': 'Den mån 2 mars 2026 kl 10:15 skrev Support <support@firma.example>:',
	'Gmail, Danish': 'Den man. 2. mar. 2026 kl. 10.15 skrev Support <support@firma.example>:',
	'Gmail, Finnish': 'ma 2. maalisk. 2026 klo 10.15 Support (support@firma.example) kirjoitti:',
	'Gmail, Hungarian':
		'Support <support@firma.example> ezt írta (időpont: 2026. márc. 2., H, 10:15):',
	'Gmail, Romanian': 'Pe lun., 2 mar. 2026 la 10:15, Support <support@firma.example> a scris:',
	'Gmail, Russian': 'пн, 2 мар. 2026 г. в 10:15, Support <support@firma.example>:',
	'Gmail, Turkish': 'Support <support@firma.example>, 2 Mar 2026 Pzt, 10:15 tarihinde şunu yazdı:',
	'Gmail, Greek': 'Στις Δευ 2 Μαρ 2026 στις 10:15 π.μ., ο/η Support <s@firma.example> έγραψε:',
	'Gmail, Chinese': 'Support <support@firma.example> 于2026年3月2日周一 10:15写道：',
	'Gmail, Taiwanese': 'Support <support@firma.example> 於 2026年3月2日 週一 上午10:15寫道：',
	'Gmail, Japanese': '2026年3月2日(月) 10:15 Support <support@firma.example>:',
	'Gmail, Korean': '2026년 3월 2일 (월) 오전 10:15, Support <support@firma.example>님이 작성:',
	'Apple Mail, German': 'Am 02.03.2026 um 10:15 schrieb Support <support@firma.example>:',
	'Apple Mail, English': 'On 2. Mar 2026, at 10:15, Support <support@firma.example> wrote:',
	mutt: 'On Mon, Mar 02, 2026 at 10:15:00AM +0100, Support wrote:',
	Horde: 'Zitat von Support <support@firma.example>:',
};

for (const [program, introduction] of Object.entries(introductions)) {
	test(`the quote goes with its introduction by ${program}`, () => {
		const quoted = '> Ist die Ware da?\n>\n> Gruß';
		assert.equal(newestText(`${answer}\n\n${introduction}\n\n${quoted}`), answer);
	});
}

const blocks: Readonly<Record<string, string>> = {
	'Outlook, German':
		'Von: Support <support@firma.example>\nGesendet: Montag, 2. März 2026 10:15\nAn: Erika\nBetreff: Frage',
	'Outlook, English':
		'From: Support <support@firma.example>\nSent: Monday, March 2, 2026 10:15 AM\nTo: Erika\nCc: Otto\nSubject: Question',
	'Outlook, French':
		'De : Support <support@firma.example>\nEnvoyé : lundi 2 mars 2026 10:15\nÀ : Erika\nObjet : Question',
	'Outlook, Spanish':
		'De: Support <support@firma.example>\nEnviado el: lunes, 2 de marzo de 2026 10:15\nPara: Erika\nAsunto: Pregunta',
	'Outlook, Italian':
		'Da: Support <support@firma.example>\nInviato: lunedì 2 marzo 2026 10:15\nA: Erika\nOggetto: Domanda',
	'Outlook, Dutch':
		'Van: Support <support@firma.example>\nVerzonden: maandag 2 maart 2026 10:15\nAan: Erika\nOnderwerp: Vraag',
	'Outlook, Polish':
		'Od: Support <support@firma.example>\nWysłano: poniedziałek, 2 marca 2026 10:15\nDo: Erika\nTemat: Pytanie',
	'Outlook, Swedish':
		'Från: Support <support@firma.example>\nSkickat: den 2 mars 2026 10:15\nTill: Erika\nÄmne: Fråga',
	'Outlook, Russian':
		'От: Support <support@firma.example>\nОтправлено: 2 марта 2026 г. 10:15\nКому: Erika\nТема: Вопрос',
	'Outlook, Chinese':
		'发件人: Support <support@firma.example>\n发送时间: 2026年3月2日 10:15\n收件人: Erika\n主题: 问题',
	'Outlook, Japanese':
		'差出人: Support <support@firma.example>\n送信日時: 2026年3月2日 10:15\n宛先: Erika\n件名: 質問',
	'Outlook, Korean':
		'보낸 사람: Support <support@firma.example>\n보낸 날짜: 2026년 3월 2일\n받는 사람: Erika\n제목: 질문',
	'Outlook on a phone, with its rule':
		'________________________________\nFrom: Support <support@firma.example>\nSent: Monday\nTo: Erika\nSubject: Question',
	'Outlook as plain text': '-----Ursprüngliche Nachricht-----\nVon: Support\nGesendet: Montag',
	'Outlook Express': '----- Original Message -----\nFrom: "Support"\nTo: "Erika"',
	'GMX, with bold labels': '*Von:* Support\n*Gesendet:* Montag\n*An:* Erika\n*Betreff:* Frage',
	'an introduction without marks': 'Am 02.03.2026 um 10:15 schrieb Support <s@firma.example>:',
};

for (const [program, block] of Object.entries(blocks)) {
	test(`the unmarked original below ${program} goes`, () => {
		assert.equal(newestText(`${answer}\n\n${block}\n\nIst die Ware da?\nGruß`), answer);
	});
}

const cases: ReadonlyArray<readonly [string, string, string]> = [
	['a text without quote or signature stays', 'Hallo\n\nWelt', 'Hallo\n\nWelt'],
	['a signature goes', 'Hallo\n-- \nErika\nTel. 1', 'Hallo'],
	['a signature mark without its space counts', 'Hallo\n--\nErika', 'Hallo'],
	['a rule is no signature', 'Hallo\n---\nWelt', 'Hallo\n---\nWelt'],
	[
		'a long text behind the mark is no signature',
		`a\n-- \n${'b\n'.repeat(30)}c`,
		`a\n-- \n${'b\n'.repeat(30)}c`,
	],
	['a phone footer goes', 'Hallo\n\nSent from my iPhone', 'Hallo'],
	[
		'a phone footer between text and quote goes',
		'Hallo\n\nGet Outlook for Android\n\n> alt',
		'Hallo',
	],
	['a phone line inside a text stays', 'Gesendet von mir\nund dir', 'Gesendet von mir\nund dir'],
	[
		'an answer below a single quote stands alone',
		'Am 2.3. schrieb X:\n> Frage?\n\nAntwort',
		'Antwort',
	],
	[
		'answers between quotes stay with them',
		'> eins?\nja\n> zwei?\nnein\n> Gruß\n> Support',
		'> eins?\nja\n> zwei?\nnein',
	],
	['an answer between greeting and quote stays', 'Hallo\n> eins?\nja', 'Hallo\n> eins?\nja'],
	[
		'a signature below answers goes',
		'> eins?\nja\n> zwei?\nnein\n-- \nErika',
		'> eins?\nja\n> zwei?\nnein',
	],
	['a mail that is only a quote stays whole', '> alles\n> zitiert', '> alles\n> zitiert'],
	[
		'a forwarded mail stays',
		'Zur Info\n\n---------- Forwarded message ---------\nFrom: a\n\nText',
		'Zur Info\n\n---------- Forwarded message ---------\nFrom: a\n\nText',
	],
	[
		'a forwarded original alone stays',
		'Von: A <a@x.example>\nGesendet: Montag\nAn: B\nBetreff: C\n\nText',
		'Von: A <a@x.example>\nGesendet: Montag\nAn: B\nBetreff: C\n\nText',
	],
	[
		'a sentence with a colon is no introduction',
		'Am 2.3. schrieb mir Ihr Kollege:\nAlles gut.\nStimmt das?',
		'Am 2.3. schrieb mir Ihr Kollege:\nAlles gut.\nStimmt das?',
	],
	[
		'a single label is no header block',
		'Von: Köln\nnach Bonn\nbitte',
		'Von: Köln\nnach Bonn\nbitte',
	],
	['nothing stays nothing', '', ''],
];

for (const [title, text, expected] of cases) {
	test(title, () => assert.equal(newestText(text), expected));
}

test('a log of a million characters is looked through quickly enough to end', () => {
	const log = '2026-03-02 10:15 user@host wrote something: ok\n'.repeat(25_000);
	assert.ok(newestText(log).length > 0);
});
