import {deskContract} from './contract/contract.ts';
import {openRoom} from './room.ts';

deskContract('in process', openRoom);
