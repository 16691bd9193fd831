import { EMPTY_JOURNAL } from '../../domain/journal/journal'
import { Fault, isFault, mayPass } from '../../domain/problem/fault'
import { newestOf } from '../../domain/journal/activity'
import type { ActivityEntry, Journal, JournalPort } from '../../usecases/ports'
import { LostMatch, type FileStore, type StoredJson } from '../clients/fileStore'
import type { ClaimsStore } from './claims'
import { isSurelyAbsent, mayArriveLate, mayBeSaved, unseen } from './creating'
import { pathSegment } from './paths'
import { saveOnNewest } from './saving'

/** Never change: two who create a journal write the same. */
const SKELETON = { intents: [], invoices: [], activity: [] }
/** Newest last writes, by which a save that was answered as failed is recognised as done. */
const REMEMBERED_WRITES = 16
const WAIT_TO_CREATE_MS = 5_000
/** How often an entry beside the journal is tried: there is no other place for it, and the caller waits. */
const MOST_TELLINGS = 4
/** Entries beside the journal that are read at the same time. */
const TOLD_AT_ONCE = 16

interface JournalFile extends Journal {
  readonly writes: readonly string[]
}

/** What to save; null where it is saved already. */
type Decide = (newest: JournalFile) => JournalFile | null

export interface JournalStoreParts {
  readonly files: FileStore
  readonly claims: ClaimsStore
  readonly newId: () => string
}

/** One file an order. Lives as long as one request. */
export class JournalStore implements JournalPort {
  /** As last seen; a save that stands on it is lost where somebody else has saved since. */
  private readonly seen = new Map<string, StoredJson>()
  /** Orders without a journal, and under which claim that was seen: nobody else creates one while it is held. */
  private readonly missing = new Map<string, string>()

  constructor(private readonly parts: JournalStoreParts) {}

  async read(orderId: string): Promise<Journal> {
    const holder = this.parts.claims.holderOf(orderId)
    const file = await this.parts.files.read(journalPath(orderId))
    this.remember(orderId, file)
    if (file === null && holder !== null) this.missing.set(orderId, holder)
    return file === null ? EMPTY_JOURNAL : journalIn(file.data)
  }

  async update(orderId: string, change: (journal: Journal) => Journal): Promise<Journal> {
    const journal = await this.write(orderId, change)
    // Only a journal that was decided on can be another one.
    if (journal === null) throw unavailable()
    return journal
  }

  updateDecided(
    orderId: string,
    decidedOn: Journal,
    change: (journal: Journal) => Journal
  ): Promise<Journal | null> {
    return this.write(orderId, change, decidedOn)
  }

  /** One file an entry: whatever lands late lands on nothing, and trying again writes the same once more. */
  async tellBeside(orderId: string, entry: ActivityEntry): Promise<void> {
    const path = `${toldFolder(orderId)}${pathSegment(this.parts.newId())}.json`
    for (let telling = 1; ; telling += 1) {
      try {
        await this.parts.files.save(path, entry, null)
        return
      } catch (error) {
        if (telling === MOST_TELLINGS || !mayPass(error)) throw error
      }
    }
  }

  async toldBeside(orderId: string): Promise<readonly ActivityEntry[]> {
    const { files } = this.parts
    const paths = await files.list(toldFolder(orderId))
    const found: ActivityEntry[] = []
    for (let start = 0; start < paths.length; start += TOLD_AT_ONCE) {
      const some = paths.slice(start, start + TOLD_AT_ONCE)
      const read = await Promise.all(some.map((path) => files.read(path)))
      found.push(...read.flatMap((file) => (isEntry(file?.data) ? [file.data] : [])))
    }
    return found
  }

  private async write(
    orderId: string,
    change: (journal: Journal) => Journal,
    decidedOn?: Journal
  ): Promise<Journal | null> {
    const attempts = new Attempts(this.parts.files)
    try {
      return await this.writeOrCreate(orderId, change, attempts, decidedOn)
    } catch (error) {
      if (!(error instanceof LostMatch) && !isFault(error)) throw error
      if (attempts.mayBeSaved) throw new Fault({ ...UNSAVED, kind: 'unknown' })
      throw isFault(error) ? error : unavailable()
    }
  }

  private async writeOrCreate(
    orderId: string,
    change: (journal: Journal) => Journal,
    attempts: Attempts,
    decidedOn?: Journal
  ): Promise<Journal | null> {
    const { claims, newId } = this.parts
    const writeId = newId()
    let result: Journal | null = EMPTY_JOURNAL
    const decide: Decide = (newest) => {
      const isDone = newest.writes.includes(writeId)
      const isAnother = decidedOn !== undefined && newest.revision !== decidedOn.revision
      if (isDone || isAnother) {
        result = isDone ? newest : null
        return null
      }
      const next = signed(change(newest), newest.writes, writeId)
      result = { ...next, revision: writeId }
      return next
    }

    const holder = claims.holderOf(orderId)
    const isMissing = holder !== null && this.missing.get(orderId) === holder
    if (!isMissing && (await this.save(orderId, attempts, decide))) return result
    const inFile = async (): Promise<void> => {
      await this.create(orderId)
      if (!(await this.save(orderId, attempts, decide))) throw unseen('Journal')
    }
    if (holder !== null) {
      await inFile()
      return result
    }
    const created = await claims.hold(orderId, WAIT_TO_CREATE_MS, async () => {
      if (!(await this.save(orderId, attempts, decide))) await inFile()
    })
    if (!created.held) throw unavailable()
    return result
  }

  /** False where there is no journal yet. */
  private async save(orderId: string, attempts: Attempts, decide: Decide): Promise<boolean> {
    const known = this.seen.get(orderId)
    this.seen.delete(orderId)
    const path = journalPath(orderId)
    const { state, file } = await saveOnNewest(
      attempts,
      path,
      (data) => decide(journalIn(data)),
      known
    )
    this.remember(orderId, file)
    return state !== 'missing'
  }

  /**
   * VBase cannot create only where there is nothing. So whoever holds the order puts down a constant, and everything that
   * counts is written over that under If-Match. Should the constant arrive only after it was given up, it would empty the
   * file of the next holder: there is none before the lease is over.
   */
  private async create(orderId: string): Promise<void> {
    const { files, claims } = this.parts
    const path = journalPath(orderId)
    this.missing.delete(orderId)
    if (!(await isSurelyAbsent(files, path))) return
    try {
      const etag = await files.save(path, SKELETON, null)
      this.remember(orderId, etag === null ? null : { data: SKELETON, etag })
    } catch (error) {
      if (!isFault(error)) throw error
      const landed = await files.read(path).catch(() => null)
      if (landed === null) {
        if (mayArriveLate(error)) claims.keepToTheEnd(orderId)
        throw error
      }
      this.remember(orderId, landed)
    }
  }

  private remember(orderId: string, file: StoredJson | null): void {
    if (file === null) this.seen.delete(orderId)
    else this.seen.set(orderId, file)
  }
}

/** The files of one change, and whether a save of it that was answered as failed may be there all the same. */
class Attempts implements Pick<FileStore, 'read' | 'save'> {
  mayBeSaved = false

  constructor(private readonly files: FileStore) {}

  read(path: string): Promise<StoredJson | null> {
    return this.files.read(path)
  }

  async save(path: string, data: unknown, ifMatch: string | null): Promise<string | null> {
    try {
      return await this.files.save(path, data, ifMatch)
    } catch (error) {
      this.mayBeSaved ||= mayBeSaved(error)
      throw error
    }
  }
}

const UNSAVED = { upstream: 'VBASE', operation: 'Journal' } as const

function unavailable(): Fault {
  return new Fault({ ...UNSAVED, kind: 'unavailable' })
}

function toldFolder(orderId: string): string {
  return `told/${pathSegment(orderId)}/`
}

function isEntry(data: unknown): data is ActivityEntry {
  return typeof data === 'object' && data !== null && 'operation' in data && 'at' in data
}

function journalPath(orderId: string): string {
  return `orders/${pathSegment(orderId)}.json`
}

const LISTS = ['intents', 'invoices', 'activity', 'tracking', 'edits', 'givenUp', 'writes'] as const

/**
 * Taken for empty, a damaged file would hide a send, and the next one would be the second.
 * @errors Fault unreadable
 */
function journalIn(data: unknown): JournalFile {
  const isFile = typeof data === 'object' && data !== null && !Array.isArray(data)
  const file = (isFile ? data : {}) as Partial<JournalFile>
  const isWhole = LISTS.every((name) => file[name] === undefined || Array.isArray(file[name]))
  if (!isFile || !isWhole)
    throw new Fault({ kind: 'unreadable', upstream: 'VBASE', operation: 'Journal' })
  const writes = file.writes ?? []
  return {
    ...file,
    writes,
    intents: file.intents ?? [],
    invoices: file.invoices ?? [],
    activity: file.activity ?? [],
    revision: writes[writes.length - 1],
  }
}

function signed(journal: Journal, writes: readonly string[], writeId: string): JournalFile {
  // The last of the writes says it already.
  const { revision: _revision, ...content } = journal
  return {
    ...content,
    activity: newestOf(journal.activity),
    writes: [...writes, writeId].slice(-REMEMBERED_WRITES),
  }
}
