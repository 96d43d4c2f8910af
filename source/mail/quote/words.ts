/*
 * The words with which mail programs introduce what they quote: Thunderbird, Gmail, Apple Mail, Outlook,
 * Yahoo, GMX, Notes, mutt and the web mailers of Europe and Asia, in the languages they write.
 */

/** Between two rows of dashes: `-----Original Message-----`. */
export const originalWords =
	"original(?: message| email| appointment)?|reply message|original-?(?:nachricht|mail)|ursprüngliche (?:nachricht|e-?mail)|nachricht|message d['’]origine|message (?:initial|original)|mensaje original|messaggio (?:originale|di origine)|oorspronkelijk bericht|origineel bericht|mensagem original|oprindelig (?:meddelelse|mail)|ursprung(?:ligt|smeddelande)(?: meddelande)?|originalmeddelande|opprinnelig (?:melding|e-post)|alkuperäinen viesti|oryginalna wiadomość|wiadomość oryginalna|původní (?:zpráva|e-?mail)|pôvodná správa|izvorna poruka|originalno sporočilo|eredeti (?:üzenet|levél)|mesaj(?:ul)? ?(?:original|inițial)|исходное (?:сообщение|письмо)|пересылаемое сообщение x|оригінальне повідомлення|вихідне повідомлення|оригинално съобщение|αρχικό μήνυμα|orijinal (?:mesaj|ileti)|özgün ileti|original message 元|原始(?:邮件|郵件|信件)|原邮件|回复的原邮件|元のメッセージ|元メール|원본 ?(?:메시지|메일)|الرسالة الأصلية|הודעה מקורית";

/** Between dashes or before a colon: what follows was passed on, and is to be read. */
export const forwardedWords =
	'forwarded (?:message|mail|by)|(?:begin|start) (?:of )?forwarded message|weitergeleitete (?:nachricht|e-?mail)|(?:anfang|beginn) der weitergeleiteten (?:nachricht|e-?mail)|message transféré|début du message (?:transféré|réexpédié)|mensaje reenviado|inicio del mensaje reenviado|messaggio inoltrato|inizio messaggio inoltrato|doorgestuurd bericht|begin doorgestuurd bericht|mensagem (?:encaminhada|reencaminhada)|início da mensagem (?:encaminhada|reencaminhada)|videresendt (?:meddelelse|besked|melding)|start på videresendt besked|vidarebefordrat meddelande|vidarebefordrat brev|välitetty viesti|edelleenlähetetty viesti|przekazana wiadomość|wiadomość przekazana dalej|přeposlaná zpráva|preposlaná správa|továbbított üzenet|mesaj redirecționat|пересылаемое (?:сообщение|письмо)|переслане повідомлення|προωθημένο μήνυμα|iletilen (?:mesaj|ileti)|转发(?:的)?(?:邮件|信息|消息)|轉寄(?:的)?(?:郵件|訊息)|転送(?:された)?(?:メッセージ|メール)|전달된 (?:메시지|메일)';

/** `From:` at the head of a copied header. */
export const fromWords =
	'from|von|de(?: la)?|da|van|fra|från|od|ot|lähettäjä|feladó|expéditeur|mittente|remitente|remetente|afzender|avsändare|avsender|afsender|nadawca|odesílatel|odosielateľ|expeditor|от|отправитель|від|відправник|από|αποστολέας|kimden|gönderen|发件人|寄件者|寄件人|差出人|送信者|发送人|보낸 ?사람|보낸이|发信人|من|מאת';

/** The other labels of a copied header. */
export const labelWords =
	'sent|date|to|subject|cc|bcc|reply-to|importance|attachments|gesendet(?: am)?|datum|an|betreff|betr|kopie|kopie \\(cc\\)|antwort an|envoyé(?: le| par)?|à|objet|copie|répondre à|enviad[oa](?: el| em)?|fecha|para|asunto|data|inviato(?: il)?|a|oggetto|ccn|verzonden|aan|onderwerp|sendt|til|emne|skickat|till|ämne|dato|kopi|lähetetty|päivämäärä|vastaanottaja|kopio|aihe|wysłano|wysłane|do|temat|dw|odesláno|datum odeslání|komu|předmět|kopie|odoslané|dátum|predmet|poslano|za|zadeva|elküldve|küldve|címzett|tárgy|másolat|trimis(?: la)?|către|subiect|отправлено|дата|кому|тема|копия|надіслано|надісланий|копія|изпратено|до|относно|στάλθηκε|ημερομηνία|προς|θέμα|κοιν\\.?|gönderildi|gönderilme(?: tarihi)?|tarih|kime|konu|bilgi|发送时间|发送日期|日期|时间|收件人|抄送|主题|傳送時間|寄件日期|日期|收件者|副本|主旨|送信日時|日時|日付|宛先|件名|보낸 ?날짜|날짜|받는 ?사람|제목|참조|보낸 ?시간|تم الإرسال|إلى|الموضوع|נשלח|אל|נושא';

/** What the author of the original did, at the end of the line or before a date in brackets. */
export const wroteWords =
	'wrote|writes|said|schrieb(?:en)?(?: Folgendes)?|geschrieben|a écrit|à écrit|ont écrit|escribió|ha escrit|va escriure|ha scritto|scrisse|escreveu|schreef|geschreven|skrev|skreiv|skrifaði|kirjoitti|napisał(?:\\(a\\)|/a|a)?|napisane|pisze|napsal(?:\\(a\\)|a)?|píše|napísal(?:\\(a\\)|a)?|napisao(?:/la|\\(la\\))?|je napisal(?:\\(a\\)|a)?|ezt írta|írta|a scris|написал(?:а|\\(а\\)|\\(-а\\))?|писал(?:\\(а\\)|а)?|пишет|написав(?:ла|\\(-ла\\)|\\(ла\\))?|пише|написа|έγραψε|yazdı|şunu yazdı|şunları yazdı|写道|寫道|书写|編寫|書きました|のメール|のメッセージ|님이 작성|님이 씀|작성|đã viết|menulis|เขียนว่า|כתב(?:/ה)?|كتب';

/** Lines that phones and free mail services append. */
export const deviceWords =
	'sent (?:from|with|via|using) |get outlook for|get bluemail|von (?:meinem|meiner|unterwegs) .{0,40}gesendet|von yahoo mail .{1,20} gesendet|gesendet (?:von|mit|aus|über|via) |mobil gesendet|diese nachricht wurde (?:von|mit) mein|outlook für .{1,20} (?:beziehen|herunterladen)|holen sie sich outlook|envoyé (?:de|depuis|à partir de|avec|via) |obtenir outlook|télécharger outlook|enviado (?:desde|do|a partir|con|de) |obtener outlook|baixar outlook|obter o outlook|inviato (?:da|dal|con) |ottieni outlook|scarica outlook|verstuurd (?:vanaf|met|van)|verzonden (?:vanaf|met|vanuit)|outlook voor .{1,20} downloaden|download outlook voor|wysłan[eo] z |pobierz (?:aplikację )?outlook|sendt fra|hent outlook|skickat från|hämta outlook|lähetetty |hanki outlook|odesláno z|získat outlook|odoslané z|poslano z|küldve|elküldve innen|.{1,30}(?:ról|ről) küldve|trimis (?:de pe|din) |отправлено (?:с|из) |надіслано (?:з|із) |изпратено от |στάλθηκε από |.{1,30}(?:umdan|dan|den) gönderildi|iphoneから送信|.{1,20}から送信|我的 ?iphone|发自我的|發自我的|從我的|从我的|发送自|나의 ?.{1,20}에서 보냄|내 ?.{1,20}에서 보냄';
