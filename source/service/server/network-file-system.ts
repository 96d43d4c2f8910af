import {statfs} from 'node:fs/promises';

/** `f_type` of statfs(2) for file systems whose locks another machine may not see in time. */
const networkTypes: ReadonlyMap<number, string> = new Map([
	[0x6969, 'NFS'],
	[0x517b, 'SMB'],
	[0xfe534d42, 'SMB2'],
	[0xff534d42, 'CIFS'],
	[0x5346414f, 'AFS'],
	[0x00c36400, 'Ceph'],
	[0x0bd00bd0, 'Lustre'],
	[0x47504653, 'GPFS'],
]);

const typeOf = async (folder: string): Promise<number> => (await statfs(folder)).type;

/** Name of the network file system that holds the folder, null for a local one. */
export const networkFileSystem = async (
	folder: string,
	fileSystemType: (folder: string) => Promise<number> = typeOf,
): Promise<string | null> => {
	// The kernel's field is signed on some architectures.
	const type = (await fileSystemType(folder)) >>> 0;
	return networkTypes.get(type) ?? null;
};
