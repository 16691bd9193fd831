import type { MatchOrdersQuery, MatchOrdersQueryVariables } from '../../../shared/graphql/generated'
import { drafts } from '../../../shared/sending/drafts'
import { createStore } from '../../../shared/sending/store'
import type { Mapping } from '../files/columns'
import { batchFile } from './batchFile'
import { fileReducer, mayChange, maySend, NO_FILE } from './fileState'
import type { FileEvent, FileState } from './fileState'
import type { Request, RowFilter, RowPage, Summary } from './messages'
import { openFiles } from './openFiles'
import { readersClient } from './readersClient'
import type { Read, ReadersClient } from './readersClient'
import { rememberColumns } from './rememberedColumns'
import { newKey, sendBatch } from './sendBatch'
import type { Call, SendCalls } from './sendBatch'

/** The calls that a file needs. */
export interface Calls extends SendCalls {
  match: Call<MatchOrdersQuery, MatchOrdersQueryVariables>
}

/** Of the contract (matchOrders). */
const REFERENCES_A_CALL = 100

const store = createStore<FileState>(NO_FILE)
let readers: ReadersClient | null = null
/** The attempt to send that is under way or was broken off: tried again, it goes on with the same batch. */
let attempt: { key: string; version: number } | null = null
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
    const opened = await openFiles(mine, files, zone, (progress) => {
      if (isNow(mine)) happen({ kind: 'PROGRESS', ...progress })
    })

    if (learn(mine, opened)) await findOrders(mine, calls)
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

    if (!attempt || attempt.version !== state.version) {
      attempt = { key: newKey(), version: state.version }
    }
    happen({ kind: 'SEND', done: 0, total })
    const { key } = attempt
    const sent = await sendBatch(
      mine,
      { key, name: state.name, rowCount: total, isRehearsal },
      calls,
      (done) => happen({ kind: 'SEND', done, total })
    )

    if (!sent.ok) {
      happen({
        kind: 'STOPPED',
        stop:
          'failure' in sent
            ? { kind: 'FAILED', during: 'SENDING', failure: sent.failure }
            : { kind: 'REFUSED', problems: sent.problems },
      })

      return null
    }
    batchFile.keep({ batchId: sent.batchId, readers: mine, summary: state.summary })
    readers = null
    attempt = null
    happen({ kind: 'CLOSED' })

    return sent.batchId
  },
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
