import type { StoredDocument } from './documents'

/** What searches see of a document: as it was when it was indexed, and the fields that could be searched then. */
export interface Row {
  readonly document: StoredDocument
  readonly indexed: readonly string[]
}

/** What will stand in the index. Row null: the document goes. */
interface Entry {
  readonly id: string
  readonly row: Row | null
  readonly dueAt: number
  /** It keeps no order with the other entries of its document. */
  readonly isOutOfOrder: boolean
}

export interface DumpedIndex {
  readonly rows: readonly [string, Row][]
  readonly waiting: readonly Entry[]
}

/**
 * The second store: it follows the documents later. Ids are told apart by their letters here, also
 * where the documents do not (masterdata §1.7).
 */
export class SearchIndex {
  private rows = new Map<string, Row>()
  private waiting: Entry[] = []
  private nextDue = Infinity
  private readonly lastDue = new Map<string, number>()

  /** In the order in which its document was written, but for an entry that is out of order. */
  enter(entry: Entry): void {
    const dueAt = entry.isOutOfOrder
      ? entry.dueAt
      : Math.max(entry.dueAt, this.lastDue.get(entry.id) ?? entry.dueAt)
    if (!entry.isOutOfOrder) this.lastDue.set(entry.id, dueAt)
    this.waiting.push({ ...entry, dueAt })
    this.nextDue = Math.min(this.nextDue, dueAt)
  }

  catchUp(now: number): void {
    if (now < this.nextDue) return
    const due = this.waiting.filter(({ dueAt }) => dueAt <= now)
    this.waiting = this.waiting.filter(({ dueAt }) => dueAt > now)
    this.nextDue = this.waiting.reduce((next, { dueAt }) => Math.min(next, dueAt), Infinity)
    // Stable: what is due together keeps the order of the writes.
    for (const { id, row, dueAt } of due.sort((a, b) => a.dueAt - b.dueAt)) {
      if (row) this.rows.set(id, row)
      else this.rows.delete(id)
      if (this.lastDue.get(id) === dueAt) this.lastDue.delete(id)
    }
  }

  all(): Row[] {
    return [...this.rows.values()]
  }

  dump(): DumpedIndex {
    return { rows: [...this.rows], waiting: this.waiting }
  }

  load({ rows, waiting }: DumpedIndex): void {
    this.rows = new Map(rows)
    this.waiting = []
    for (const entry of waiting) this.enter(entry)
  }
}
