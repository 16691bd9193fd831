import { createStore } from '../../../shared/sending/store'
import type { FileState } from './fileState'
import type { PlacedRow, Summary } from './messages'
import { openFiles } from './openFiles'
import { readersClient } from './readersClient'
import type { ReadersClient } from './readersClient'
import { newKey, sendBatch } from './sendBatch'
import type { Accepted, SendCalls, Sent } from './sendBatch'

/** The file that a batch was made of. */
export interface BatchFile {
  batchId: string
  readers: ReadersClient
  summary: Summary
}

export type Unusable = Pick<Extract<FileState, { kind: 'REFUSED' }>, 'facts'> & {
  code: Extract<FileState, { kind: 'REFUSED' }>['code'] | 'OTHER_FILE'
}

/**
 * One at a time, in this page's memory alone: a file holds customers' data, and neither the service nor the browser keeps
 * it. After a reload whoever wants its columns back chooses it again.
 */
const store = createStore<BatchFile | null>(null)

function keep(file: BatchFile) {
  const before = store.get()

  if (before && before.readers !== file.readers) before.readers.end()
  store.set(file)
}

/** A send that was broken off: the same rows with the same warnings go on with the same batch. */
let attempt: { key: string; of: string } | null = null

export const batchFile = {
  store,
  keep,

  /** Takes a file back for a batch, where it is the one that the batch was made of. Null: it was taken. */
  async giveBack(
    batchId: string,
    files: File[],
    zone: string,
    rows: PlacedRow[]
  ): Promise<Unusable | null> {
    const readers = readersClient()
    const opened = await openFiles(readers, files, zone, () => {})
    const placed = opened.ok ? await readers.ask({ kind: 'PLACE', rows }) : opened

    if (opened.ok && placed.ok && placed.answer === true) {
      keep({ batchId, readers, summary: opened.answer })

      return null
    }
    readers.end()
    if (!opened.ok) return opened

    return placed.ok ? { code: 'OTHER_FILE', facts: {} } : placed
  },

  /** Sends some rows of the batch once more in a batch of their own, with more warnings accepted. */
  async sendAgain(
    { batchId, name }: { batchId: string; name: string },
    only: number[],
    accept: Accepted,
    calls: SendCalls
  ): Promise<Sent> {
    const file = store.get()

    if (!file || file.batchId !== batchId) return { ok: false, failure: { kind: 'FAULT' } }
    const of = JSON.stringify([batchId, only, accept])
    const counted = await file.readers.ask({
      kind: 'INPUTS',
      offset: 0,
      only,
      mostRows: 1,
      mostBytes: 1,
    })

    if (!counted.ok || counted.answer.total === 0) return { ok: false, failure: { kind: 'FAULT' } }
    if (!attempt || attempt.of !== of) attempt = { key: newKey(), of }
    const sent = await sendBatch(
      file.readers,
      {
        key: attempt.key,
        name,
        rowCount: counted.answer.total,
        accept,
        only,
        isRehearsal: false,
      },
      calls,
      () => {}
    )

    if (sent.ok) {
      attempt = null
      await file.readers.ask({ kind: 'NARROW', only })
      keep({ ...file, batchId: sent.batchId })
    }

    return sent
  },
}
