import { Fault, isFault } from '../../domain/fault'
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
      throw unavailable()
    }
  }

  private async updateOrCreate(
    orderId: string,
    change: (journal: Journal) => Journal
  ): Promise<Journal> {
    const { files, claims } = this.parts
    const path = journalPath(orderId)
    const writeId = this.parts.newId()
    let result = EMPTY
    const decide = (data: unknown): JournalFile | null => {
      const newest = journalIn(data)
      const done = newest.writes.includes(writeId)
      result = done ? newest : change(newest)
      return done ? null : signed(result, newest.writes, writeId)
    }
    const update = () => saveOnNewest(files, path, decide)

    // VBase cannot create only where there is nothing: two creators would overwrite each other. So a journal is created
    // by whoever holds the order.
    const create = async () => {
      try {
        await files.save(path, decide(null), null)
      } catch (error) {
        // It may have committed although it was answered as failed.
        if (!isFault(error) || (await update()) === 'missing') throw error
      }
    }
    if ((await update()) !== 'missing') return result
    if (claims.holds(orderId)) {
      await create()
      return result
    }
    const created = await claims.hold(orderId, WAIT_TO_CREATE_MS, async () => {
      if ((await update()) === 'missing') await create()
    })
    if (!created.held) throw unavailable()
    return result
  }
}

function unavailable(): Fault {
  return new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Journal' })
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
