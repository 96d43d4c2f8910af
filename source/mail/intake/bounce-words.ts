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
	/échec de (?:la )?(?:remise|distribution|livraison)|n['’]a (?:pas )?pu être (?:remis|livré|distribué)|n['’]a pas (?:pu être|été) (?:remis|livré|distribué)/iu,
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

/** A notice of a delay: the server goes on trying. */
export const delayWords =
	/(?:warning message only|do not need to resend|no action is required on your part|delivery (?:has been |is )?delayed|delivery attempts will continue|will (?:continue|keep) (?:to try|trying)|will be retried|has not yet been delivered|(?:noch|bisher) nicht zugestellt|verzögert|wird weiter versucht|weitere zustellversuche)/iu;

/** Where the copy of the returned mail begins. */
export const copyBegins =
	/^(?:-{3,}.*(?:copy of the message|original message|unsent message|returned message|header of the original|message header|originalnachricht|ursprüngliche nachricht).*|--- below this line is a copy.*|.{0,20}-{2,} ?the header of the original message.*)$/imu;

/** Lines that only say that the reason comes next. */
export const announces =
	/^(?:because|reason|additional information follows|the problem appears to be|the (?:response|error)(?: from the remote server)?(?: that the other server returned)?(?: was| is)?|die antwort.*|grund|fehler(?:meldung)?)\s*:?\s*$/iu;

/** Subjects of failure notices whose text says it in words of its own. */
export const failureSubject =
	/undeliver(?:ed|able)|delivery (?:failure|failed|problem|status notification \(failure\))|failure notice|returned mail|returning message to sender|mail delivery failed|unzustellbar|nicht zugestellt|konnte nicht zugestellt|non remis|échec de la remise|no (?:entregado|se puede entregar)|mancato recapito|non recapitabile|onbestelbaar|não entregue|niedostarczon|nedoručitelná|не доставлено|недоставленное|teslim edilemedi|配信不能|退信|반송/iu;
