import type {HeaderFields} from '../field/header.ts';

/** What programs put before the subject that they answer; nobody else begins so. */
const answerNames =
	"automatische (?:e-?mail-?)?(?:rück)?antwort(?:-?e?-?mail)?|autom\\. antwort|automatische (?:eingangs|empfangs)bestätigung|automatische abwesenheits(?:notiz|meldung|nachricht)|auto-?antwort|automat(?:ic|ed) (?:e-?mail )?(?:reply|response)|auto[- ]?(?:reply|response|responder)|auto[- ]generated|out of office auto-?reply|réponse automatique(?: d[’']absence)?|respuesta automática|risposta automatica|resposta automática|automatisch(?:e)? antwoord|automatiskt svar|autosvar|automatisk svar|automaattinen vastaus|odpowiedź automatyczna|automatyczna odpowiedź|automatická odpov[eě]ď|automatikus válasz|răspuns automat|samodejni odgovor|automatski odgovor|автоматический ответ|автоответ|автоматична відповідь|автоматичен отговор|αυτόματη απάντηση|otomatik yanıt|autoodpowiedź|automatische (?:reactie|antwort auf (?:ihre|deine) (?:e-?mail|nachricht))|automaatvastus|automaatne vastus|automatinis atsakymas|automātiska atbilde|sjálfvirkt svar|resposta automàtica|erantzun automatikoa|аутоматски одговор|автоматски одговор|trả lời tự động|balasan (?:otomatis|automatik)|(?:การ)?ตอบกลับอัตโนมัติ|תשובה אוטומטית|מענה אוטומטי|رد تلقائي|پاسخ خودکار|स्वचालित उत्तर|自动(?:答复|回复)|自動(?:回覆|回應|応答|返信)|자동 ?(?:회신|응답)";
const answerSubject = new RegExp(
	String.raw`^\s*(?:[[(](?:${answerNames})[\])]|(?:${answerNames})\s*[:：])`,
	'iu',
);
/** Notes: `AUTO: Max Beispiel ist außer Haus (Rückkehr am 09.03.2026)`. */
const notesSubject =
	/^\s*auto: .{2,80}(?<!\p{L})(?:is (?:out of|away)|ist (?:außer haus|nicht im (?:büro|haus)|abwesend|im urlaub)|est absent|está (?:ausente|fuera)|è (?:assente|fuori)|is afwezig)(?!\p{L})/iu;

/** How the common programs begin the subject of an absence notice, and what may stand behind it. */
const awaySubject = new RegExp(
	String.raw`^\s*(?:${answerNames}|abwesenheit(?:s(?:notiz|nachricht|meldung|assistent|benachrichtigung))?|abwesend|ich bin (?:abwesend|nicht im büro|im urlaub)|urlaub(?:snotiz|svertretung|smeldung)?|nicht im büro|out of (?:the )?office|i am out of (?:the )?office|on vacation|absence(?: du bureau)?|absent(?:e)?(?: du bureau)?|message d['’]absence|fuera de (?:la )?oficina|ausente|fuori (?:sede|ufficio)|assente|fora do escritório|afwezigheids(?:bericht|melding)|afwezig|frånvaro|fraværende|poza biurem|nieobecn\S+|mimo kancelář|在休假|不在通知|부재 ?중)(?:\s*$|\s*[:：,.!(-]|\s+(?:re|aw|sv|odp|rif)\s*:|\s+(?:bis|vom|ab|until|till|from|jusqu|du|hasta|fino|tot|t\.o\.m|do|\d))`,
	'iu',
);

/** Names that nobody but a program gives to a mail, when they are all of the subject or end with a colon. */
const awayNames =
	"abwesenheits(?:notiz|nachricht|meldung|assistent|benachrichtigung|info(?:rmation)?)|urlaubs(?:notiz|abwesenheit|benachrichtigung|meldung)|abwesend|out[- ]of[- ](?:the[- ])?office(?: (?:notification|notice|message|response|reply|auto(?:matic)?[- ]?(?:reply|response)))?|ooo|(?:i am )?currently out of (?:the )?office|vacation (?:auto-?)?(?:reply|response|notice)|on vacation|away from (?:the office|my mail)|(?:message|avis|notification) d['’]absence|absence du bureau|absent(?:e)? du bureau|fuera de (?:la )?oficina|fuori (?:sede|ufficio)|fora do escritório|ausência temporária|afwezigheids(?:bericht|melding|assistent)|afwezig|niet aanwezig|frånvaro(?:meddelande)?|frånvarande|fravær(?:sbesked|smelding)?|fraværende|ikke til stede|poissaoloilmoitus|poza biurem|nieobecność w biurze|mimo kancelář|házon kívül|absent de la birou|нет на (?:рабочем )?месте|вне офиса|εκτός γραφείου|ofis dışında|在休假|不在通知|不在のお知らせ|外出(?:中|自动回复)|부재 ?중(?: 알림)?";
const awayNotice = new RegExp(
	String.raw`^\s*(?:auto:\s*)?[[(]?(?:${answerNames}|${awayNames})(?:[\])]|[.!]?\s*$|\s*[:：](?![^\n]*\?\s*$)|\s*[:：]?\s+(?:re|aw|antw|sv|odp|rif)\s*:)`,
	'iu',
);

/** Looser words with the subject behind them that they answer. */
const awayAnswer =
	/^\s*(?:abwesenheit|urlaub|ich bin (?:im urlaub|abwesend|nicht im büro)|absence|absent(?:e)?|ausente|in ferie|i(?:['’]?m| am) out of (?:the )?office|vakantie|semester)\s*[:：]\s*(?:re|aw|antw|sv|odp|rif)\s*:/iu;

/**
 * Whether a mail tells of an absence or is an automatic answer by its subject, as the common programs begin
 * it. Looser words alone are no sign, since people speak of absence too.
 */
export const isAwayNotice = (fields: HeaderFields): boolean => {
	const subject = fields.subject;
	if ([answerSubject, awayNotice, awayAnswer, notesSubject].some(one => one.test(subject)))
		return true;
	const answers = ['in-reply-to', 'references', 'x-auto-response-suppress'];
	return answers.some(name => fields.first(name) !== null) && awaySubject.test(subject);
};
