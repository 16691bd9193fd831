import type { ActivityEntry, Journal, JournalPort } from '../ports'

/**
 * The journal of one call, and whether anybody else has written it since the call read it. As long as nobody has, the
 * next step may stand on it together with an order that was read back meanwhile: what left the journal is in that order.
 * Once somebody has, an older order beside it could name a write in neither, and both have to be read again.
 */
export class OwnJournal implements JournalPort {
  private known: Journal | null = null

  constructor(private readonly journals: JournalPort) {}

  /** As this call has left it; null where it is not known to be only that. */
  get latest(): Journal | null {
    return this.known
  }

  async read(orderId: string): Promise<Journal> {
    this.known = null
    this.known = await this.journals.read(orderId)
    return this.known
  }

  async update(orderId: string, change: (journal: Journal) => Journal): Promise<Journal> {
    const journal = await this.watched(change, (asked) => this.journals.update(orderId, asked))
    return journal!
  }

  updateDecided(
    orderId: string,
    decidedOn: Journal,
    change: (journal: Journal) => Journal
  ): Promise<Journal | null> {
    return this.watched(change, (asked) => this.journals.updateDecided(orderId, decidedOn, asked))
  }

  tellBeside(orderId: string, entry: ActivityEntry): Promise<void> {
    return this.journals.tellBeside(orderId, entry)
  }

  toldBeside(orderId: string): Promise<readonly ActivityEntry[]> {
    return this.journals.toldBeside(orderId)
  }

  private async watched<T extends Journal | null>(
    change: (journal: Journal) => Journal,
    save: (change: (journal: Journal) => Journal) => Promise<T>
  ): Promise<T> {
    const before = this.known
    this.known = null
    let onOurs: Journal | null = null
    const saved = await save((journal) => {
      const written = change(journal)
      onOurs = before !== null && journal.revision === before.revision ? written : null
      return written
    })
    // A save that was answered as failed and done again may come back with what others have written after it.
    if (saved && onOurs && content(saved) === content(onOurs)) this.known = saved
    return saved
  }
}

/** Everything that decisions stand on. */
function content({ intents, invoices, tracking, edits, givenUp }: Journal): string {
  return JSON.stringify([intents, invoices, tracking ?? [], edits ?? [], givenUp ?? []])
}
