/** How the failure notices begin, in the words of the servers that write no status part. */
export const failureOpenings: readonly RegExp[] = [
	/this is the qmail-send program/iu,
	/created automatically by mail delivery software[\s\S]{0,400}could not be delivered/iu,
	/this is the mail system at host/iu,
	/the following addresses had (?:permanent fatal|delivery) (?:errors|problems)/iu,
	/-----\s*transcript of session follows/iu,
	/delivery to the following recipients? (?:has )?failed/iu,
	/your message (?:wasn't|wasn’t|was not|could not be|couldn't be|couldn’t be) delivered/iu,
	/delivery has failed to these recipients/iu,
	/did not reach (?:some or all of the intended recipients|the following recipient)/iu,
	/was not delivered to:?/iu,
	/(?:were|was|are|am) (?:unable|not able) to deliver (?:your|the following) message/iu,
	/delivery failure notification/iu,
	/the following address(?:\(es\)|es)?\s+failed/iu,
	/(?:has |have )?(?:not been delivered|been blocked|was blocked) by our/iu,
	/was blocked by our spam/iu,
	/message (?:has been |was )?(?:rejected|returned|refused) (?:by|because)/iu,
	/delivery to .{1,200} (?:has )?failed permanently/iu,
	/fehler bei der nachrichtenzustellung/iu,
	/(?:nachricht|e-?mail)(?: an .{1,200})? (?:konnte|wurde) (?:nicht|an .{1,200} nicht) .{0,80}(?:zugestellt|übermittelt|ausgeliefert)/iu,
	/hat einige oder alle empfänger nicht erreicht/iu,
	/adresse\(?n?\)? schl(?:ug|ugen|ug\(en\)) fehl|zustellung (?:an .{1,200} )?(?:ist )?fehlgeschlagen|unzustellbar/iu,
	/échec de (?:la )?(?:remise|distribution|livraison)|n['’]a (?:pas )?p[uû] [êe]tre (?:remis|livr|distribu|d[ée]livr)|n['’]a pas (?:pu être|été) (?:remis|livré|distribué)/iu,
	/no se (?:pudo|ha podido|puede) entregar|no (?:ha sido|pudo ser|fue) entregado/iu,
	/impossibile recapitare|non (?:è stato possibile|ha potuto|è stato) (?:recapitare|essere recapitato|recapitato|consegna)/iu,
	/kon(?:den)? niet worden (?:afgeleverd|bezorgd|verzonden)|niet (?:worden )?bezorgd/iu,
	/não (?:pôde ser|foi|foi possível) entreg/iu,
	/nie (?:można było|mogła zostać|została|udało się) (?:dostarcz|doręcz)/iu,
	/(?:kunde|kunne|kan) (?:inte|ikke) (?:levereras|leveres|leverera|levere)|ei voitu toimittaa/iu,
	/(?:nelze|nebylo možné|nebyla?) (?:doručit|doručen)|nem (?:sikerült|lehet) (?:kézbesíteni|a kézbesítés)|nu a putut fi livrat/iu,
	/не (?:было|может быть|удалось|была) (?:доставлен|доставить)|не вдалося доставити/iu,
	/teslim edilemedi|δεν (?:ήταν δυνατή η παράδοση|παραδόθηκε)/iu,
	/配信(?:できません|に失敗|不能)|届けられません|お届けできません/u,
	/无法(?:投递|送达|发送到)|退信|無法(?:投遞|傳遞|寄達|傳送)/u,
	/전송(?:하지 못|할 수 없)|배달(?:되지|할 수 없)|반송/u,
	/(?:could not|couldn't|couldn’t|cannot|can't) be (?:delivered|found|reached)/iu,
	/undeliver(?:able|ed) (?:mail|message)/iu,
];

/**
 * What older servers and gateways say. People and absence notices say such things too, so they count
 * only in a mail whose sender is a mail server by its name, or whose subject tells of a failure.
 */
export const bareOpenings =
	/(?:unable|not able|failed|fail) to (?:deliver|send)|could ?n[o'’]t deliver|not delivered to|undeliverable|un ?deliverable address|(?:failed|invalid|unknown|intended) (?:recipients?|address(?:es)?|user)|(?:no such|not a valid|unknown|invalid) (?:user|recipient|mailbox|address)|user(?:id)? (?:is )?(?:unknown|not (?:known|found))|no user by that name|non-?delivery|delivery (?:failed|was aborted)|del[ei]very to the following recipients?|encountered (?:an error|delivery problems)|automatically rejected|had delivery problems|attempting to deliver|trying to deliver|final delivery|did not receive (?:your|this) message|mailbox (?:is )?(?:full|exceeds)|does not (?:exist|have an account)|doesn['’]t have an? |permanent error/iu;

/** A notice of a delay: the server goes on trying. */
export const delayWords =
	/(?:warning message only|do not need to resend|no action is required on your part|delivery (?:of .{0,80} )?(?:has been |is )?(?:delayed|postponed)|has been postponed|delivery attempts will continue|will (?:continue|keep) (?:to try|trying|attempting)|will be retried|has not yet been delivered|still being retried|(?:noch|bisher) nicht zugestellt|verzögert|wird weiter versucht|weitere zustellversuche|(?:a été|est) (?:retardé|différé)|(?:se ha|ha sido|está) (?:retrasado|demorado)|(?:è (?:stata )?|consegna )(?:ritardat|in ritardo)|is vertraagd|(?:foi|está) (?:atrasad|adiad)|(?:została|jest) opóźnion|доставка .{0,60}(?:задерж|отложен)|配信が遅(?:延|れて)|(?:延迟|延遲)(?:投递|投遞|送达|送達)|배달이? ?지연)/iu;

/** Where the copy of the returned mail begins. */
export const copyBegins =
	/^[ \t]*(?:[-|*=]{3,120}.{0,80}(?:copy of the message|original message|unsent message|returned (?:message|mail)|header of the original|(?:message|text) (?:header|follows)|lines of the message|headers?,? (?:and|follow)|message (?:text|headers?) follows|originalnachricht|ursprüngliche nachricht).*|--- ?below this line is a copy.*|.{0,20}-{2,80} ?the header.*|original message(?: as received)?(?: is as)? follows\.?|a copy of the original message below this line:|>?(?:received|return-path): .*|bounced e-?mail:|>?From \S+@\S+ +\w{3} \w{3} .*|.{0,40}original message headers:)$/imu;

/** Lines that only say that the reason comes next. */
export const announces =
	/^(?:(?:this message was )?created automatically by .{0,60}|a message that you (?:have )?sent .{0,80}|because|reason|additional information follows|the problem appears to be|the (?:response|error)(?: from the remote server)?(?: that the other server returned)?(?: was| is)?|error message below|for the following reason|(?:for )?the following reason|die antwort.*|grund|fehler(?:meldung)?|因为|原因|(?:konnte|wurde|could|was|has) (?:nicht|not)\b.{0,40}(?:zugestellt|ausgeliefert|delivered)(?: werden| worden)?\.?)\s*:?\s*$/iu;

/** Subjects of failure notices whose text says it in words of its own. */
export const failureSubject =
	/undeliver(?:ed|able)|(?:delivery|delivering) (?:failure|failed|problem|error|status notification|notification)|failure (?:notice|delivery)|(?:returned|rejected|failed) (?:e-?)?mail|returning message to sender|mail (?:delivery )?(?:failed|error|system error)|mail delivery (?:failed|problem)|non-?deliver|(?:mail|message) (?:could not be|was not|not) delivered|user unknown|processing error|^\[bounce\]|unzustellbar|nicht zugestellt|konnte nicht zugestellt|zustellung.{0,40}fehlgeschlagen|non remis|échec de la remise|no (?:entregado|se puede entregar)|mancat[oa] (?:recapito|consegna)|non recapitabile|onbestelbaar|niet bezorgd|não entregue|niedostarczon|nedoručitel|kunde inte levereras|kunne ikke leveres|не доставлено|недоставленн|teslim edilemedi|配信不能|配信できません|配信に失敗|送信できません|送信エラー|配信エラー|退信|投递失败|传输失败|传送失败|無法傳遞|반송|전송 ?실패/iu;

/** Answers and mails that are passed on: what they speak of happened to somebody else. */
export const answerPrefix =
	/^\s*(?:re|aw|antw(?:ort)?|sv|vs|r|rif|odp|fwd?|wg|tr|rv|enc|i|ynt|回复|转发|答复)\s*[:：]/iu;
