import { Exception } from '@adonisjs/core/exceptions'

/** Thrown by a job that stopped because it was asked to; its run ends as cancelled. */
export class JobCancelled extends Exception {
  static override status = 409
  static override code = 'E_JOB_CANCELLED'
  static override message = 'The job was cancelled'
}

/** The start-up forgot `bindJobs`. */
export class JobsNotBound extends Exception {
  static override status = 500
  static override code = 'E_JOBS_NOT_BOUND'
  static override message = 'Jobs have no writer: bind it when the application starts'
}

/** A file beyond what a run may keep; make several, or leave out what nobody reads. */
export class JobFileTooLarge extends Exception {
  static override status = 500
  static override code = 'E_JOB_FILE_TOO_LARGE'
  constructor(name: string) {
    super(`E_JOB_FILE_TOO_LARGE: "${name}" has more than 50 MiB`)
  }
}

/** A run of a job that this version no longer has. */
export class JobUnknown extends Exception {
  static override status = 500
  static override code = 'E_JOB_UNKNOWN'
  constructor(id: string) {
    super(`E_JOB_UNKNOWN: there is no job "${id}" here`)
  }
}
