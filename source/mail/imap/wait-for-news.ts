import type {ImapFlow} from 'imapflow';

/**
 * Idles (RFC 2177) until the count of mails grows. A server without IDLE is asked by NOOP within
 * imapflow. IDLE ends by itself with the next command.
 */
export const waitForNews = (
	client: ImapFlow,
	milliseconds: number,
): Promise<'news' | 'idle' | 'closed'> =>
	new Promise(resolve => {
		if (!client.usable) {
			resolve('closed');
			return;
		}
		const onExists = ({count, prevCount}: {count: number; prevCount: number}) => {
			if (count > prevCount) finish('news');
		};
		const onClose = () => finish('closed');
		const timer = setTimeout(() => finish('idle'), milliseconds);
		const finish = (how: 'news' | 'idle' | 'closed') => {
			clearTimeout(timer);
			client.off('exists', onExists);
			client.off('close', onClose);
			resolve(how);
		};
		client.on('exists', onExists);
		client.on('close', onClose);
		client.idle().catch(onClose);
	});
