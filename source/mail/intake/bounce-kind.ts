/** A mailbox that is full (X.2.2 of RFC 3463), whatever status its server gave. */
const fullWords =
	/(?:over|exceed(?:s|ed|ing)?|above|beyond|out of|reached)\b.{0,40}\b(?:quota|(?:disk|storage) (?:space|limit|allocation)|(?:receiving|storage) limits?|allowed storage|allowed size)|quota\b.{0,30}\b(?:exceeded|violation|full|reached|usage)|\b(?:mail ?(?:box|folder|drop|dir)|inbox|account|user|recipient)\b.{0,25}\b(?:full|over (?:its )?quota|exceeds|exceeded (?:the|its) (?:local )?(?:limit|storage))\b|full mailbox|mailbox size limit exceeded|(?:too many messages|not enough (?:storage )?space|zu ?viele (?:e-?)?mails)|(?:postfach|mailbox|speicher)\b.{0,40}\b(?:voll|überfüllt|erschöpft|überschritten)|bo[iî]te.{0,50}(?:pleine|saturée)|buz[oó]n.{0,40}llen[oa]|casella.{0,40}piena|caixa.{0,40}cheia|(?:mailbox|postvak).{0,30}\bvol\b|skrzynk.{0,40}(?:przepełnion|pełna)|ящик.{0,40}переполнен|メールボックス.{0,20}(?:いっぱい|容量)|邮箱.{0,10}(?:已满|满|空间)|(?:용량|편지함).{0,10}(?:초과|가득)/iu;

/** The server gave up after trying for a while: the address may be right. */
const expiredWords =
	/timed? ?out|message expired|delivery (?:time )?expired|in (?:the )?queue (?:for )?too long|too long in (?:the )?queue|queue period|retry (?:time|timeout)|for a long time|after multiple retries|delivery attempts|failed \d+ attempts|(?:connection|connect) (?:was )?(?:refused|reset|dropped|lost)|no route to host|unreachable|not (?:reachable|responding)|did not respond|(?:could not|unable to|wasn't able to|cannot) (?:establish|connect|open)|try(?:ing)? (?:again|later)|not been collected|gateway for|temporar(?:y|ily)|greylist|aborted after/iu;

/** A status that says no more than its class: none at all, `5.0.0`, `5.3.0`. */
const isVague = (status: string): boolean => status === '' || /\.0$/u.test(status);

/** A failure in the words of a server. */
type Said = {
	readonly status: string;
	/** The first number of its answer. */
	readonly code: string;
	/** What it says of the recipient. */
	readonly said: string;
	/** Where it may say that it tried for a while. */
	readonly history: string;
};

/**
 * Whether a failure is hard: class 5 of RFC 3463. A full mailbox (X.2.2) and a delivery that took too long
 * (X.4.7) are persistent transient failures by §3.3 and §3.5 there, whatever class a server gives them,
 * and many servers say so in words alone.
 */
export const isPermanent = ({status, code, said, history}: Said): boolean => {
	const hard = (status || code || '5').startsWith('5') && !/^5\.(?:2\.2|4\.7)$/u.test(status);
	if (!hard || fullWords.test(said)) return false;
	return !isVague(status) || (code !== '4' && !(code === '' && expiredWords.test(history)));
};
