import assert from 'node:assert/strict';
import {test} from 'node:test';
import {newestText} from '../../../source/mail/quote/quote.ts';

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
	'Apple Mail, French': 'Le 2 mars 2026 à 10:15, Support <support@firma.example> a écrit :',
	'Apple Mail, Spanish': 'El 2 mar 2026, a las 10:15, Support <s@firma.example> escribió:',
	'Apple Mail, Italian':
		'Il giorno 2 mar 2026, alle ore 10:15, Support <s@firma.example> ha scritto:',
	'Apple Mail, Dutch':
		'Op 2 mrt. 2026, om 10:15 heeft Support <s@firma.example> het volgende geschreven:',
	'Apple Mail, Portuguese': 'No dia 02/03/2026, às 10:15, Support <s@firma.example> escreveu:',
	'Apple Mail, Polish':
		'Wiadomość napisana przez Support <s@firma.example> w dniu 2 mar 2026, o godz. 10:15:',
	'Apple Mail, Czech': '2. 3. 2026 v 10:15, Support <s@firma.example>:',
	'Seznam, Czech': 'Dne 2.3.2026 v 10:15 Support napsal(a):',
	'Azet, Slovak': 'Dňa 2. 3. 2026 o 10:15 Support napísal(a):',
	'Apple Mail, Norwegian': '2. mar. 2026 kl. 10:15 skrev Support <s@firma.example>:',
	'Thunderbird, Norwegian': 'Den 02.03.2026 10:15, skrev Support:',
	'Apple Mail, Finnish': 'Support <s@firma.example> kirjoitti 2.3.2026 kello 10.15:',
	'Thunderbird, Hungarian': '2026. 03. 02. 10:15 keltezéssel, Support írta:',
	'Apple Mail, Romanian': 'Pe 2 mar. 2026, la 10:15, Support <s@firma.example> a scris:',
	'Apple Mail, Turkish': 'Support <s@firma.example> şunları yazdı (2 Mar 2026 10:15):',
	'Apple Mail, Greek': 'Στις 2 Μαρ 2026, 10:15, ο/η Support <s@firma.example> έγραψε:',
	'Apple Mail, Russian': '2 марта 2026 г., в 10:15, Support <s@firma.example> написал(а):',
	'Thunderbird, Russian': '02.03.2026 10:15, Support пишет:',
	'Mail.ru': 'Понедельник, 2 марта 2026, 10:15 +03:00 от Support <s@firma.example>:',
	Yandex: '02.03.2026, 10:15, "Support" <s@firma.example>:',
	'Gmail, Ukrainian': 'пн, 2 бер. 2026 р. о 10:15 Support <s@firma.example> пише:',
	'Gmail, Bulgarian': 'На пн, 2.03.2026 г. в 10:15 Support <s@firma.example> написа:',
	'Gmail, Croatian': 'pon, 2. ožu 2026. u 10:15 Support <s@firma.example> napisao je:',
	'Gmail, Catalan':
		'Missatge de Support <s@firma.example> del dia dl., 2 de març 2026 a les 10:15:',
	'Gmail, Norwegian': 'man. 2. mars 2026 kl. 10:15 skrev Support <s@firma.example>:',
	'Apple Mail, Japanese': '2026/03/02 10:15、Support <s@firma.example>のメール:',
	'Apple Mail, Chinese': '在 2026年3月2日，10:15，Support <s@firma.example> 写道：',
	'NetEase, Chinese': '在 2026-03-02 10:15:00，"Support" <s@firma.example> 写道：',
	'Apple Mail, Korean': '2026. 3. 2. 오전 10:15, Support <s@firma.example> 작성:',
	'Yahoo, English':
		'On Monday, March 2, 2026 at 10:15:00 AM GMT+1, Support <s@firma.example> wrote:',
	'Yahoo, German':
		'Am Montag, 2. März 2026 um 10:15:00 MEZ hat Support <s@firma.example> Folgendes geschrieben:',
	'GMX, German': 'Am 02.03.2026 um 10:15 Uhr schrieb "Support" <s@firma.example>:',
	'KMail, German': 'Am Montag, 2. März 2026, 10:15:00 CET schrieb Support:',
	Evolution: 'On Mon, 2026-03-02 at 10:15 +0100, Support wrote:',
	'The Bat': 'Monday, March 2, 2026, 10:15:00 AM, you wrote:',
	SquirrelMail: 'Support wrote:',
	Notes: 'Support/Firma wrote on 02.03.2026 10:15:00:',
	Zoho: '---- On Mon, 02 Mar 2026 10:15:00 +0100 Support <s@firma.example> wrote ----',
	'a program that breaks it into three lines':
		'On Mon, Mar 2, 2026 at 10:15 AM The Support Team of the Firm in\nthe House at the Market\n<support@firma.example> wrote:',
	'a program that breaks it into four lines':
		'On Monday, the 2nd of March in the\nyear 2026 at 10:15 AM The Support\nTeam <support@firma.example>\nwrote:',
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
	'Outlook, Portuguese':
		'De: Support <support@firma.example>\nEnviada em: segunda-feira, 2 de março de 2026 10:15\nPara: Erika\nAssunto: Pergunta',
	'Outlook, Danish':
		'Fra: Support <support@firma.example>\nSendt: 2. marts 2026 10:15\nTil: Erika\nEmne: Spørgsmål',
	'Outlook, Finnish':
		'Lähettäjä: Support <support@firma.example>\nLähetetty: maanantai 2. maaliskuuta 2026 10.15\nVastaanottaja: Erika\nAihe: Kysymys',
	'Outlook, Czech':
		'Od: Support <support@firma.example>\nOdesláno: pondělí 2. března 2026 10:15\nKomu: Erika\nPředmět: Dotaz',
	'Outlook, Hungarian':
		'Feladó: Support <support@firma.example>\nElküldve: 2026. március 2. 10:15\nCímzett: Erika\nTárgy: Kérdés',
	'Outlook, Romanian':
		'De la: Support <support@firma.example>\nTrimis: luni, 2 martie 2026 10:15\nCătre: Erika\nSubiect: Întrebare',
	'Outlook, Turkish':
		'Kimden: Support <support@firma.example>\nGönderildi: 2 Mart 2026 Pazartesi 10:15\nKime: Erika\nKonu: Soru',
	'Outlook, Greek':
		'Από: Support <support@firma.example>\nΣτάλθηκε: Δευτέρα, 2 Μαρτίου 2026 10:15\nΠρος: Erika\nΘέμα: Ερώτηση',
	'Outlook, Ukrainian':
		'Від: Support <support@firma.example>\nНадіслано: 2 березня 2026 р. 10:15\nКому: Erika\nТема: Питання',
	'Outlook, Taiwanese':
		'寄件者: Support <support@firma.example>\n寄件日期: 2026年3月2日 10:15\n收件者: Erika\n主旨: 問題',
	'Outlook for Mac':
		'Von: Support <s@firma.example>\nDatum: Montag, 2. März 2026\nAn: Erika\nBetreff: Frage',
	'Outlook with double stars':
		'**From:** Support\n**Sent:** Monday, March 2, 2026 10:15 AM\n**To:** Erika\n**Subject:** Question',
	'Outlook with values on lines of their own':
		'From:\nSupport <support@firma.example>\nSent:\nMonday\nTo:\nErika\nSubject: Question',
	'GMX, which begins with the date':
		'Gesendet: Montag, 02. März 2026 um 10:15 Uhr\nVon: "Support" <s@firma.example>\nAn: erika@kunde.example\nBetreff: Frage',
	'Notes, with tabs':
		'Von:\tSupport/Firma\nAn:\terika@kunde.example\nDatum:\t02.03.2026 10:15\nBetreff:\tFrage',
	'QQ Mail':
		'------------------ 原始邮件 ------------------\n发件人: "Support";\n发送时间: 2026年3月2日',
	Proton:
		'------- Original Message -------\nOn Monday, March 2nd, 2026 at 10:15 AM, Support <s@firma.example> wrote:',
	'Outlook as plain text, French': "-----Message d'origine-----\nDe : Support\nEnvoyé : lundi",
	'Outlook as plain text, Spanish': '-----Mensaje original-----\nDe: Support\nEnviado el: lunes',
	'Outlook as plain text, Italian': '-----Messaggio originale-----\nDa: Support\nInviato: lunedì',
	'Outlook as plain text, Dutch':
		'-----Oorspronkelijk bericht-----\nVan: Support\nVerzonden: maandag',
	'Outlook as plain text, Polish':
		'-----Oryginalna wiadomość-----\nOd: Support\nWysłano: poniedziałek',
	'Outlook as plain text, Czech': '-----Původní zpráva-----\nOd: Support\nOdesláno: pondělí',
	'Outlook as plain text, Russian':
		'-----Исходное сообщение-----\nОт: Support\nОтправлено: понедельник',
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
	[
		'a forwarded mail with its whole header stays',
		'Zur Info\n\n-------- Weitergeleitete Nachricht --------\nBetreff: Frage\nDatum: Mo, 2. März 2026\nVon: A <a@x.example>\nAn: B <b@x.example>\n\nText',
		'Zur Info\n\n-------- Weitergeleitete Nachricht --------\nBetreff: Frage\nDatum: Mo, 2. März 2026\nVon: A <a@x.example>\nAn: B <b@x.example>\n\nText',
	],
	[
		'a mail forwarded by Apple Mail stays',
		'FYI\n\nBegin forwarded message:\n\n> From: A <a@x.example>\n> Subject: Q\n>\n> Text',
		'FYI\n\nBegin forwarded message:\n\n> From: A <a@x.example>\n> Subject: Q\n>\n> Text',
	],
	['the footer of a phone in French goes', 'Merci\n\nEnvoyé de mon iPhone', 'Merci'],
	['the footer of a phone in Hungarian goes', 'Köszönöm\n\nAz iPhone-omról küldve', 'Köszönöm'],
	['the footer of a phone in Japanese goes', 'はい\n\niPhoneから送信', 'はい'],
	['the footer of a phone in Turkish goes', "Tamam\n\niPhone'umdan gönderildi", 'Tamam'],
	[
		'the footer of a free mail app goes',
		'Ja\n\nDiese Nachricht wurde von meinem Android Mobiltelefon mit GMX Mail gesendet.',
		'Ja',
	],
	[
		'a footer between the answer and an unmarked original goes',
		'Ja\n\nVon meinem iPhone gesendet\n\nAm 02.03.2026 um 10:15 schrieb Support <s@x.example>:\n\nFrage?',
		'Ja',
	],
	[
		'answers between the quotes of a mail with an introduction stay',
		'Am 02.03.26 um 10:15 schrieb Support:\n> Farbe?\nRot.\n> Größe?\nXL.\n> Gruß',
		'Am 02.03.26 um 10:15 schrieb Support:\n> Farbe?\nRot.\n> Größe?\nXL.',
	],
	['an answer above an empty quote stays', 'Ja\n\nAm 02.03.26 um 10:15 schrieb Support:\n>', 'Ja'],
	[
		'people may write about an original message',
		'Die original message war:\nweg',
		'Die original message war:\nweg',
	],
	[
		'labels in a form are no header block',
		'Name: Erika\nAn: uns\nBetreff: Frage',
		'Name: Erika\nAn: uns\nBetreff: Frage',
	],
	['nothing stays nothing', '', ''],
];

for (const [title, text, expected] of cases) {
	test(title, () => assert.equal(newestText(text), expected));
}

test('a mail that passes one on, by its subject, keeps what it passes on', () => {
	const text = 'Siehe unten.\n\nVon: A <a@x.example>\nGesendet: Montag\nAn: B\nBetreff: C\n\nText';
	for (const subject of ['WG: Frage', 'Fwd: Question', 'TR: Question', 'RV: Pregunta']) {
		assert.equal(newestText(text, {subject}), text);
	}
	assert.equal(newestText(text, {subject: 'AW: Frage'}), 'Siehe unten.');
	assert.equal(newestText(text, {subject: 'AW: WG: Frage'}), 'Siehe unten.');
});

test('a log of a million characters is looked through quickly enough to end', () => {
	const log = '2026-03-02 10:15 user@host wrote something: ok\n'.repeat(25_000);
	assert.ok(newestText(log).length > 0);
});
