import type {PassReport} from '../../domain/account/account.ts';
import type {JobReport} from '../../domain/job-report.ts';
import type {Result} from '../../domain/result.ts';

/** What the schedules of the import ask of a desk; a part of `Desk`. */
export interface JobCalls {
	/** Every schedule of the import with its last and next run. */
	jobs(): Promise<Result<readonly JobReport[]>>;
	/** Runs a job's import now, whether it is active or not, and answers its passes. */
	runJob(id: string): Promise<Result<readonly PassReport[]>>;
	/** Ends running passes after the mails they are taking in; the next run is as scheduled. */
	stopImport(): Promise<Result<null>>;
}
