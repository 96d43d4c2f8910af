/*
 * How mail programs introduce the mail that is answered: Thunderbird, Gmail, Apple Mail, Outlook,
 * Yahoo, GMX, mutt and the web mailers of Europe and Asia, in the languages they write.
 */

/** The longest introduction line worth a look. */
const maxLine = 500;

const separator =
	/^[\s>]*-{2,}\s*(?:original message|reply message|original-?nachricht|ursprüngliche (?:nachricht|e-?mail)|message d['’]origine|message original|mensaje original|messaggio originale|oorspronkelijk bericht|mensagem original|oprindelig meddelelse|ursprungligt meddelande|originalmeddelande|opprinnelig melding|alkuperäinen viesti|(?:oryginalna wiadomość|wiadomość oryginalna)|původní (?:zpráva|e-?mail)|pôvodná správa|eredeti üzenet|mesaj original|исходное сообщение|оригінальне повідомлення|αρχικό μήνυμα|orijinal (?:mesaj|ileti)|原始(?:邮件|郵件|信件)|元のメッセージ|original message 元|원본 ?(?:메시지|메일))\s*-{2,}\s*$/iu;

/** `-----Original Message-----` in the languages of the common programs. */
export const isSeparator = (line: string): boolean =>
	line.length < maxLine && line.includes('--') && separator.test(line);

const fromLabel =
	/^\s*\*?(?:from|von|de|da|van|fra|från|od|lähettäjä|feladó|expéditeur|mittente|remitente|от|від|από|kimden|gönderen|发件人|寄件者|寄件人|差出人|送信者|보낸 ?사람)\s*\*?\s*[:：]\*?\s*\S/iu;
const otherLabel =
	/^\s*\*?(?:sent|date|to|subject|cc|reply-to|gesendet|datum|an|betreff|kopie|envoyé|à|objet|enviado(?: el| em)?|fecha|para|asunto|data|inviato|a|oggetto|verzonden|aan|onderwerp|sendt|til|emne|skickat|till|ämne|dato|kopi|lähetetty|vastaanottaja|aihe|wysłano|do|temat|odesláno|komu|předmět|odoslané|predmet|elküldve|dátum|címzett|tárgy|trimis|către|subiect|отправлено|дата|кому|тема|надіслано|στάλθηκε|ημερομηνία|προς|θέμα|gönderildi|tarih|kime|konu|发送时间|日期|收件人|抄送|主题|傳送時間|寄件日期|收件者|副本|主旨|送信日時|日付|宛先|件名|보낸 ?날짜|날짜|받는 ?사람|제목|참조)\s*\*?\s*[:：]/iu;

/** A copied header (`Von: … Gesendet: … An: … Betreff: …`), as Outlook puts it above the original. */
export const isHeaderBlock = (lines: readonly string[], at: number): boolean => {
	const line = lines[at] ?? '';
	if (line.length > maxLine || !fromLabel.test(line)) return false;
	const others = lines.slice(at + 1, at + 7).filter(other => otherLabel.test(other.slice(0, 60)));
	return others.length >= 2;
};

const verb =
	/(?:wrote|writes|schrieb(?:en)?|geschrieben|a écrit|escribió|ha scritto|scrisse|escreveu|schreef|skrev|kirjoitti|napisał(?:\(a\)|a)?|pisze|napsal(?:\(a\)|a)?|napísal(?:\(a\)|a)?|napisao(?:\/la)?|ezt írta|írta|a scris|написала?|написав(?:ла)?|писал\(а\)|пишет|έγραψε|yazdı|şunu yazdı|写道|寫道|书写|書きました|のメッセージ|님이 작성|작성|đã viết|menulis)[^\n]{0,40}[:：]\s*$/iu;
const addressEnd = /\d[^\n]*<[^<>\s]+@[^<>\s]+>\s*[:：]\s*$/u;
const quotesNow = /^(?:quoting|zitat von|citando|zitiere)\b[^\n]*[:：]?\s*$/iu;
const evidence = /\d|@/u;

const introduces = (text: string): boolean =>
	evidence.test(text) && (quotesNow.test(text) || verb.test(text) || addressEnd.test(text));

/**
 * How many lines from `at` on are an introduction like `On Monday, Max wrote:`; 0 for none. Programs
 * break it after 76 characters, so that it has up to three lines.
 */
export const attributionLength = (lines: readonly string[], at: number): number => {
	const next = lines.slice(at, at + 3).map(line => line.trim());
	const broken = next.findIndex(line => line === '' || line.startsWith('>'));
	const usable = broken < 0 ? next : next.slice(0, broken);
	const end = usable.findIndex(line => /[:：]$/u.test(line) || quotesNow.test(line));
	const text = usable.slice(0, end + 1).join(' ');
	return text.length <= maxLine && introduces(text) ? end + 1 : 0;
};

/** Without `>` below it an introduction needs an address or a time of day: people write such sentences too. */
export const isCertainAttribution = (text: string): boolean =>
	/\S@\S|\d{1,2}[:.h]\d{2}\b/u.test(text);

/** RFC 3676 §4.3, and its many copies without the space. */
export const isSignatureMark = (line: string): boolean => /^--[ \u00A0]?$/u.test(line);

const deviceLine =
	/^(?:sent (?:from|with|via) |get outlook for|von meinem .{1,40} gesendet|gesendet (?:von|mit|aus|über) |diese nachricht wurde von meinem|outlook für .{1,20} (?:beziehen|herunterladen)|holen sie sich outlook|envoyé (?:de|depuis|à partir de) |obtenir outlook|télécharger outlook|enviado (?:desde|do|a partir|con) |inviato da|verstuurd (?:vanaf|met)|verzonden (?:vanaf|met)|wysłane z|sendt fra|skickat från|lähetetty |odesláno z|odoslané z|küldve|отправлено (?:с|из) |надіслано |iphoneから送信|我的 ?iphone|发自我的|發自我的|從我的|나의 iphone)/iu;

/** A line that a phone appends: `Sent from my iPhone`. */
export const isDeviceLine = (line: string): boolean =>
	line.length < 120 && deviceLine.test(line.trim().replace(/ \[\d+\]$/u, ''));
