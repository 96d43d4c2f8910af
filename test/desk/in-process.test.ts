import {deskContract} from './contract.ts';
import {openRoom} from './room.ts';

deskContract('in process', openRoom);
