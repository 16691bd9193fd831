import type { MasterDataBehaviour } from './behaviour'

const LOCK_MS = 12 * 3_600_000
const KEPT_MS = 60 * 86_400_000

interface Job {
  readonly id: string
  readonly entity: string
  readonly filter: string
  /** That it deletes. */
  readonly documents: number
  readonly end: 'Success' | 'Failed'
  readonly createdAt: number
  readonly doneAt: number
}

/** Jobs that delete what a filter finds (masterdata §1.8). */
export class BulkDeletions {
  private readonly jobs: Job[] = []

  /** One job an entity. */
  isLocked(entity: string, now: number, { bulkDeletionLock }: MasterDataBehaviour): boolean {
    return this.jobs.some(
      (job) =>
        job.entity === entity &&
        now < (bulkDeletionLock === 'twelveHours' ? job.createdAt + LOCK_MS : job.doneAt)
    )
  }

  add(job: Job): void {
    this.jobs.push(job)
  }

  /** As the job's address shows it; null: unknown, or too old. */
  describe(entity: string, id: string, now: number): Record<string, unknown> | null {
    const job = this.jobs.find((one) => one.entity === entity && one.id === id)
    if (!job || job.createdAt + KEPT_MS <= now) return null
    const isDone = job.doneAt <= now
    return {
      JobId: id,
      Entity: entity,
      Status: isDone ? job.end : 'InProgress',
      Filter: job.filter,
      DocumentsDeleted: isDone ? job.documents : 0,
      CreatedAt: new Date(job.createdAt).toISOString(),
      UpdatedAt: new Date(isDone ? job.doneAt : job.createdAt).toISOString(),
    }
  }
}
