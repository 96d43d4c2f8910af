import assert from 'node:assert/strict';
import {test} from 'node:test';
import {newAccount} from '../../../source/domain/account/account.ts';
import {accountFrom} from '../../../source/ui/setup/account-draft.ts';

test('an account is called after its address in letters that people can type, and no two alike', () => {
	const known = [{...newAccount('buero'), address: 'buero@other.example'}];
	assert.equal(accountFrom({address: 'Büro@firma.example'}, []).id, 'buero');
	assert.equal(accountFrom({address: 'Büro@firma.example'}, known).id, 'buero-2');
	assert.equal(accountFrom({address: 'buero@other.example'}, known).id, 'buero');
	assert.equal(accountFrom({address: '請求@firma.example'}, []).id, 'mail');
});
