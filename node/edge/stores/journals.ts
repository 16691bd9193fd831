import { Fault } from '../../domain/fault'
import type { Journal, JournalPort } from '../../usecases/ports'
import { LostMatch, type FileStore } from '../clients/fileStore'
import type { ClaimsStore } from './claims'
import { pathSegment } from './paths'
import { saveOnNewest } from './saving'

const EMPTY: Journal = { intents: [], invoices: [], activity: [] }
/** Newest last writes, by which a save that was answered as failed is recognised as done. */
const REMEMBERED_WRITES = 16
/** Newest entries kept: an order rarely sees ten. */
const KEPT_ACTIVITY = 500
const WAIT_TO_CREATE_MS = 5_000

interface JournalFile extends Journal {
  readonly writes: readonly string[]
}

export interface JournalStoreParts {
  readonly files: FileStore
  readonly claims: ClaimsStore
  readonly newId: () => string
}

/** One file an order. */
export class JournalStore implements JournalPort {
  constructor(private readonly parts: JournalStoreParts) {}

  async read(orderId: string): Promise<Journal> {
    const file = await this.parts.files.read(journalPath(orderId))
    return file === null ? EMPTY : journalIn(file.data)
  }

  async update(orderId: string, change: (journal: Journal) => Journal): Promise<Journal> {
    try {
      return await this.updateOrCreate(orderId, change)
    } catch (error) {
      if (!(error instanceof LostMatch)) throw error
      throw new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Journal' })
    }
  }

  private async updateOrCreate(
    orderId: string,
    change: (journal: Journal) => Journal
  ): Promise<Journal> {
    const path = journalPath(orderId)
    const writeId = this.parts.newId()
    let result = EMPTY
    const decide = (data: unknown): JournalFile | null => {
      const newest = journalIn(data)
      const done = newest.writes.includes(writeId)
      result = done ? newest : change(newest)
      return done ? null : signed(result, newest.writes, writeId)
    }
    if ((await saveOnNewest(this.parts.files, path, decide)) !== 'missing') return result
    await this.create(orderId)
    await saveOnNewest(this.parts.files, path, decide)
    return result
  }

  // VBase cannot create only where there is nothing: two creators would overwrite each other. So a journal is created by
  // whoever holds the order, and empty, so that a late landing of the same save harms as little as it can.
  private async create(orderId: string): Promise<void> {
    const { files, claims } = this.parts
    const path = journalPath(orderId)
    const createHere = async () => {
      if ((await files.read(path)) === null) await files.save(path, { ...EMPTY, writes: [] }, null)
    }
    if (claims.holds(orderId)) return createHere()
    const created = await claims.hold(orderId, WAIT_TO_CREATE_MS, createHere)
    if (!created.held)
      throw new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Journal' })
  }
}

function journalPath(orderId: string): string {
  return `orders/${pathSegment(orderId)}.json`
}

function journalIn(data: unknown): JournalFile {
  const file = (data ?? {}) as Partial<JournalFile>
  return {
    ...file,
    intents: file.intents ?? [],
    invoices: file.invoices ?? [],
    activity: file.activity ?? [],
    writes: file.writes ?? [],
  }
}

function signed(journal: Journal, writes: readonly string[], writeId: string): JournalFile {
  return {
    ...journal,
    activity: journal.activity.slice(-KEPT_ACTIVITY),
    writes: [...writes, writeId].slice(-REMEMBERED_WRITES),
  }
}
