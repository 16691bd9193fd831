import type { Batch, SlicePlace } from '../../domain/batch/batch'
import { NO_RESULTS, type SliceResults } from '../../domain/batch/rows'
import { Fault } from '../../domain/problem/fault'
import { inParallel } from '../../usecases/reading/inParallel'
import type { BatchesPort, BatchIndex, BatchRow } from '../../usecases/batch/ports'
import type { FileStore, StoredJson } from '../clients/fileStore'
import { isSurelyAbsent, orUnseen, unseen } from './creating'
import { pathSegment } from './paths'
import { saveOnNewest } from './saving'
import { changeSeeded } from './seeded'

const INDEX = 'batches/index.json'
const OPERATION = 'Batch'
const NO_BATCHES: BatchIndex = { batches: [], removing: [] }
/** Newest last writes, by which a save that was answered as failed is recognised as done. */
const REMEMBERED_WRITES = 16
const REMOVED_AT_ONCE = 8

/** A file of ours with the writes that made it. */
interface Signed<T> {
  readonly content: T
  readonly writes: readonly string[]
}

export interface BatchStoreParts {
  readonly files: FileStore
  readonly sleep: (milliseconds: number) => Promise<void>
  readonly newId: () => string
}

/**
 * Batches in VBase: a list of all, a head each, and two files a slice, its rows and its results. Heads and slices are
 * written under ids that nobody knows yet and named afterwards, so one that is named and not found is there all the same.
 */
export class BatchStore implements BatchesPort {
  constructor(private readonly parts: BatchStoreParts) {}

  async index(): Promise<BatchIndex> {
    const { files } = this.parts
    const file = await files.read(INDEX)
    if (file) return contentIn<BatchIndex>(file)
    if (await isSurelyAbsent(files, INDEX)) return NO_BATCHES
    // Somebody may have made it between the looks.
    return this.named<BatchIndex>(INDEX)
  }

  async changeIndex(change: (index: BatchIndex) => BatchIndex | null): Promise<BatchIndex> {
    const signed = this.signing(change)
    await orUnseen(
      OPERATION,
      changeSeeded(this.parts, INDEX, { content: NO_BATCHES, writes: [] }, signed.decide)
    )
    return signed.result() ?? NO_BATCHES
  }

  async create(batch: Batch): Promise<void> {
    await this.parts.files.save(headPath(batch.batchId), { content: batch, writes: [] }, null)
  }

  async find(batchId: string): Promise<Batch | null> {
    const { files } = this.parts
    const path = headPath(batchId)
    const file = (await files.read(path)) ?? (await files.read(path))
    if (file) return shown(contentIn<Head>(file))
    if (await isSurelyAbsent(files, path)) return null
    throw unseen(OPERATION)
  }

  async change(batchId: string, change: (batch: Batch) => Batch | null): Promise<Batch | null> {
    const head = await this.changeFile<Head>(headPath(batchId), (newest) =>
      shown(newest) === null ? null : change(newest)
    )
    return head && shown(head)
  }

  async hide(batchId: string): Promise<boolean> {
    const head = await this.changeFile<Head>(headPath(batchId), (newest) =>
      newest.isHidden ? null : { ...newest, isHidden: true }
    )
    return head !== null
  }

  async createSlice(batchId: string, place: SlicePlace, rows: readonly BatchRow[]): Promise<void> {
    const { files } = this.parts
    await files.save(rowsPath(batchId, place), { content: rows, writes: [] }, null)
    await files.save(resultsPath(batchId, place), { content: NO_RESULTS, writes: [] }, null)
  }

  rows(batchId: string, place: SlicePlace): Promise<readonly BatchRow[]> {
    return this.named<readonly BatchRow[]>(rowsPath(batchId, place))
  }

  async rewriteRows(batchId: string, place: SlicePlace, rows: readonly BatchRow[]): Promise<void> {
    await this.changeFile(rowsPath(batchId, place), () => rows)
  }

  results(batchId: string, place: SlicePlace): Promise<SliceResults> {
    return this.named<SliceResults>(resultsPath(batchId, place))
  }

  async changeResults(
    batchId: string,
    place: SlicePlace,
    change: (results: SliceResults) => SliceResults
  ): Promise<SliceResults> {
    const results = await this.changeFile(resultsPath(batchId, place), change)
    if (results === null) throw unseen('BatchResults')
    return results
  }

  async removeFiles(batchId: string): Promise<boolean> {
    const { files } = this.parts
    const head = headPath(batchId)
    const found = (await files.list(`${folder(batchId)}/`)).filter((path) => path !== head)
    await inParallel(found, REMOVED_AT_ONCE, (path) => files.remove(path))
    if (found.length > 0) return false
    // Last, so that whoever comes in between finds the batch gone and not half there.
    await files.remove(head)
    return true
  }

  /** @errors Fault where it is not found: it is there, VBase does not show it */
  private async named<T>(path: string): Promise<T> {
    const { files } = this.parts
    const file = (await files.read(path)) ?? (await files.read(path))
    if (file === null) throw unseen(OPERATION)
    return contentIn<T>(file)
  }

  /** The content as it then is; null where there is no such file. */
  private async changeFile<T>(path: string, change: (newest: T) => T | null): Promise<T | null> {
    const { files } = this.parts
    const signed = this.signing(change)
    for (let looks = 0; looks < 2; looks += 1) {
      const { state } = await orUnseen(OPERATION, saveOnNewest(files, path, signed.decide))
      if (state !== 'missing') return signed.result()
    }
    if (await isSurelyAbsent(files, path)) return null
    throw unseen(OPERATION)
  }

  private signing<T>(change: (newest: T) => T | null): {
    readonly decide: (data: unknown) => Signed<T> | null
    readonly result: () => T | null
  } {
    const writeId = this.parts.newId()
    let result: T | null = null
    return {
      result: () => result,
      decide: (data) => {
        const { content, writes } = signedIn<T>(data)
        const next = writes.includes(writeId) ? null : change(content)
        result = next ?? content
        return next && { content: next, writes: [...writes, writeId].slice(-REMEMBERED_WRITES) }
      },
    }
  }
}

/** Removed for everybody, though its files are still there. */
type Head = Batch & { readonly isHidden?: boolean }

function shown(head: Head): Batch | null {
  return head.isHidden ? null : head
}

function contentIn<T>(file: StoredJson): T {
  return signedIn<T>(file.data).content
}

/** Taken for empty, a damaged head or list would let a batch run twice. @errors Fault unreadable */
function signedIn<T>(data: unknown): Signed<T> {
  const file = data as Partial<Signed<T>> | null
  if (typeof file !== 'object' || file?.content === undefined || !Array.isArray(file.writes))
    throw new Fault({ kind: 'unreadable', upstream: 'VBASE', operation: 'Batch' })
  return file as Signed<T>
}

function folder(batchId: string): string {
  return `batches/${pathSegment(batchId)}`
}

function headPath(batchId: string): string {
  return `${folder(batchId)}/head.json`
}

function rowsPath(batchId: string, { partId, number }: SlicePlace): string {
  return `${folder(batchId)}/${partId}/${number}-rows.json`
}

function resultsPath(batchId: string, { partId, number }: SlicePlace): string {
  return `${folder(batchId)}/${partId}/${number}-results.json`
}
