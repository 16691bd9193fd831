import { readBytes } from '../../../shared/files/readFile'
import type {
  AddBatchRowsMutation,
  AddBatchRowsMutationVariables,
  CreateBatchMutation,
  CreateBatchMutationVariables,
  MatchOrdersQuery,
  MatchOrdersQueryVariables,
  StartBatchMutation,
  StartBatchMutationVariables,
} from '../../../shared/graphql/generated'
import type { PanelResult } from '../../../shared/graphql/usePanelMutation'
import { drafts } from '../../../shared/sending/drafts'
import { createStore } from '../../../shared/sending/store'
import type { ProblemLike } from '../../../shared/words/problemFacts'
import type { Mapping } from '../files/columns'
import { fileReducer, mayChange, maySend, NO_FILE } from './fileState'
import type { FileEvent, FileState, Stop } from './fileState'
import type { Request, RowFilter, RowPage, Summary } from './messages'
import { readersClient } from './readersClient'
import type { Read, ReadersClient } from './readersClient'
import { rememberColumns, rememberedColumns } from './rememberedColumns'

type Call<D, V> = (variables: V) => Promise<PanelResult<D>>

/** The calls that a file needs. */
export interface Calls {
  match: Call<MatchOrdersQuery, MatchOrdersQueryVariables>
  create: Call<CreateBatchMutation, CreateBatchMutationVariables>
  add: Call<AddBatchRowsMutation, AddBatchRowsMutationVariables>
  start: Call<StartBatchMutation, StartBatchMutationVariables>
}

/** Of the contract (matchOrders). */
const REFERENCES_A_CALL = 100
const ROWS_A_CALL = 500
/** The platform takes 3 MB; letters of two and three bytes must fit as well. @unit signs */
const SIGNS_A_CALL = 1_000_000
const LONGEST_NAME = 200

const store = createStore<FileState>(NO_FILE)
let readers: ReadersClient | null = null
/** The attempt to send that is under way or was broken off: tried again, it goes on with the same batch. */
let attempt: { key: string; version: number } | null = null
/** The file of the batch that was made last, for its result in the file's own columns. */
let sent: { batchId: string; readers: ReadersClient; summary: Summary } | null = null

/** Warns before the page is left with a file in hand. */
const IN_HAND = 'batch file'

function happen(event: FileEvent) {
  store.set(fileReducer(store.get(), event))
  const { kind } = store.get()

  if (kind === 'OPEN' || kind === 'READING') drafts.put(IN_HAND, IN_HAND, true)
  else drafts.clear(IN_HAND, IN_HAND)
}

/** Answers of readers that were put away meanwhile are nobody's. */
const isNow = (mine: ReadersClient) => readers === mine

function learn(mine: ReadersClient, read: Read<Summary>): Summary | null {
  if (!isNow(mine)) return null
  if (read.ok) {
    happen({ kind: 'READ', summary: read.answer })

    return read.answer
  }
  happen({ kind: 'UNUSABLE', code: read.code, facts: read.facts })

  return null
}

/** Asks the service which orders are meant, a hundred at a time, and tells the readers. */
async function findOrders(mine: ReadersClient, calls: Calls) {
  for (let done = 0; ;) {
    const asked = await mine.ask({ kind: 'ASK', most: REFERENCES_A_CALL })
    const state = store.get()

    if (!isNow(mine) || !asked.ok || state.kind !== 'OPEN') return
    if (asked.answer.length === 0) break
    happen({ kind: 'MATCH', done, total: state.summary.rows })
    const references = asked.answer.map(({ reference }) => reference)
    const found = await calls.match({ references })

    if (!isNow(mine)) return
    if (!found.ok) {
      happen({
        kind: 'STOPPED',
        stop: { kind: 'FAILED', during: 'MATCHING', failure: found.failure },
      })

      return
    }
    const matches = found.data.matchOrders.map((match, at) => ({
      key: asked.answer[at].key,
      match,
    }))

    done += matches.length
    learn(mine, await mine.ask({ kind: 'LEARN', matches }))
  }
  happen({ kind: 'MATCHED' })
}

async function change(
  request: Extract<Request, { kind: 'MAP' | 'MEND' | 'CHOOSE' }>,
  calls: Calls
) {
  const mine = readers

  if (!mine || !mayChange(store.get())) return
  happen({ kind: 'CHECK' })
  if (learn(mine, await mine.ask(request))) await findOrders(mine, calls)
}

export const fileDesk = {
  store,

  /** Reads what was dropped. A file that was in hand before is put away. */
  async take(files: File[], zone: string, calls: Calls) {
    const state = store.get()

    if (files.length === 0 || (state.kind === 'OPEN' && state.work.kind === 'SENDING')) return
    if (readers) readers.end()
    const mine = readersClient()

    readers = mine
    attempt = null
    happen({ kind: 'DROPPED', name: nameOf(files) })
    const given: Array<{ name: string; bytes: Uint8Array }> = []

    for (const file of files) {
      const bytes = await readBytes(file).catch(() => null)

      if (!isNow(mine)) return
      if (bytes === null) {
        happen({ kind: 'UNUSABLE', code: 'UNREADABLE', facts: { file: file.name } })

        return
      }
      given.push({ name: file.name, bytes: new Uint8Array(bytes) })
    }
    const opened = learn(
      mine,
      await mine.ask({ kind: 'OPEN', files: given, zone }, (progress) => {
        if (isNow(mine)) happen({ kind: 'PROGRESS', ...progress })
      })
    )

    if (!opened) return
    const kept = rememberedColumns(opened.headingSet, opened.header.length)

    if (kept) {
      happen({ kind: 'CHECK' })
      if (!learn(mine, await mine.ask({ kind: 'MAP', ...kept }))) return
    }
    await findOrders(mine, calls)
  },

  /** Reads columns as somebody says, now and in the next file with these headings. */
  map(mapping: Mapping, said: Summary['said'], calls: Calls) {
    const state = store.get()

    if (state.kind !== 'OPEN') return Promise.resolve()
    rememberColumns(state.summary.headingSet, { mapping, said })

    return change({ kind: 'MAP', mapping, said }, calls)
  },

  mend: (row: number, column: number, text: string, calls: Calls) =>
    change({ kind: 'MEND', row, column, text }, calls),

  choose: (row: number, orderId: string, calls: Calls) =>
    change({ kind: 'CHOOSE', row, orderId }, calls),

  /** After a failure: what has no order yet is asked about again. */
  async findAgain(calls: Calls) {
    if (readers && mayChange(store.get())) await findOrders(readers, calls)
  },

  async rows(only: RowFilter, offset: number, limit: number): Promise<RowPage | null> {
    const mine = readers
    const read = mine && (await mine.ask({ kind: 'ROWS', only, offset, limit }))

    return mine && isNow(mine) && read && read.ok ? read.answer : null
  },

  /**
   * Makes a batch of the rows that can be sent, and starts it. Broken off and tried again it goes on where it was: the
   * key and the places of the rows are the same. Answers the batch's id where it was started.
   */
  async send(isRehearsal: boolean, calls: Calls): Promise<string | null> {
    const mine = readers
    const state = store.get()

    if (!mine || state.kind !== 'OPEN' || !maySend(state)) return null
    const total = state.summary.states.READY
    const stopped = (stop: Stop) => {
      happen({ kind: 'STOPPED', stop })

      return null
    }
    const failed = (failure: Extract<PanelResult<never>, { ok: false }>['failure']) =>
      stopped({ kind: 'FAILED', during: 'SENDING', failure })
    const refused = (problems: ProblemLike[]) => stopped({ kind: 'REFUSED', problems })

    if (!attempt || attempt.version !== state.version) {
      attempt = { key: newKey(), version: state.version }
    }
    happen({ kind: 'SEND', done: 0, total })
    const { key } = attempt
    const made = await calls.create({
      batch: { key, name: state.name.slice(0, LONGEST_NAME), rowCount: total },
    })

    if (!made.ok) return failed(made.failure)
    const { batch, problems } = made.data.createBatch

    if (!batch) return refused(problems)
    for (let offset = 0; offset < total;) {
      const piece = await mine.ask({
        kind: 'INPUTS',
        offset,
        mostRows: ROWS_A_CALL,
        mostBytes: SIGNS_A_CALL,
      })

      if (!piece.ok || piece.answer.rows.length === 0) return failed({ kind: 'FAULT' })
      const rows = piece.answer.rows as AddBatchRowsMutationVariables['rows']
      const added = await calls.add({ batchId: batch.batchId, offset, rows })

      if (!added.ok) return failed(added.failure)
      if (added.data.addBatchRows.problems.length > 0) {
        return refused(added.data.addBatchRows.problems)
      }
      offset += piece.answer.rows.length
      happen({ kind: 'SEND', done: offset, total })
    }
    const started = await calls.start({ batchId: batch.batchId, rehearse: isRehearsal })

    if (!started.ok) return failed(started.failure)
    if (started.data.startBatch.problems.length > 0) {
      return refused(started.data.startBatch.problems)
    }
    if (sent) sent.readers.end()
    sent = { batchId: batch.batchId, readers: mine, summary: state.summary }
    readers = null
    attempt = null
    happen({ kind: 'CLOSED' })

    return batch.batchId
  },

  /** The file that a batch was made of, as long as this page has it. */
  fileOf: (batchId: string) => (sent && sent.batchId === batchId ? sent : null),

  /** For files that are written: the one in hand. */
  inHand: () => readers,

  close() {
    if (readers) readers.end()
    readers = null
    attempt = null
    happen({ kind: 'CLOSED' })
  },
}

function nameOf(files: File[]): string {
  return files.length === 1 ? files[0].name : `${files[0].name} (+${files.length - 1})`
}

function newKey(): string {
  const bytes = new Uint8Array(16)

  crypto.getRandomValues(bytes)

  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
