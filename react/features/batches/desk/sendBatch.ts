import type { Failure } from '../../../shared/graphql/failure'
import type {
  AddBatchRowsMutation,
  AddBatchRowsMutationVariables,
  CreateBatchMutation,
  CreateBatchMutationVariables,
  StartBatchMutation,
  StartBatchMutationVariables,
} from '../../../shared/graphql/generated'
import type { PanelResult } from '../../../shared/graphql/usePanelMutation'
import type { ProblemLike } from '../../../shared/words/problemFacts'
import type { ReadersClient } from './readersClient'

export type Call<D, V> = (variables: V) => Promise<PanelResult<D>>
export type Accepted = CreateBatchMutationVariables['batch']['accept']

/** The calls that make a batch and start it. */
export interface SendCalls {
  create: Call<CreateBatchMutation, CreateBatchMutationVariables>
  add: Call<AddBatchRowsMutation, AddBatchRowsMutationVariables>
  start: Call<StartBatchMutation, StartBatchMutationVariables>
}

export interface Sending {
  /** The same key goes on with the same batch: what was broken off is not made twice. */
  key: string
  name: string
  rowCount: number
  /** Warnings that are accepted for all rows. */
  accept?: Accepted
  /** Only these rows of the batch that the file was sent in before. */
  only?: number[]
  isRehearsal: boolean
}

export type Sent =
  | { ok: true; batchId: string }
  | { ok: false; failure: Failure }
  | { ok: false; problems: ProblemLike[] }

const ROWS_A_CALL = 500
/** The platform takes 3 MB; letters of two and three bytes must fit as well. @unit signs */
const SIGNS_A_CALL = 1_000_000
const LONGEST_NAME = 200

/** Makes a batch of what the readers hold ready, piece by piece, and starts it. */
export async function sendBatch(
  readers: ReadersClient,
  { key, name, rowCount, accept, only, isRehearsal }: Sending,
  calls: SendCalls,
  onProgress: (done: number) => void
): Promise<Sent> {
  const made = await calls.create({
    batch: { key, name: name.slice(0, LONGEST_NAME), rowCount, accept },
  })

  if (!made.ok) return made
  const { batch, problems } = made.data.createBatch

  if (!batch) return { ok: false, problems }
  const { batchId } = batch

  for (let offset = 0; offset < rowCount;) {
    const piece = await readers.ask({
      kind: 'INPUTS',
      offset,
      only,
      mostRows: ROWS_A_CALL,
      mostBytes: SIGNS_A_CALL,
    })

    if (!piece.ok || piece.answer.rows.length === 0)
      return { ok: false, failure: { kind: 'FAULT' } }
    const rows = piece.answer.rows as AddBatchRowsMutationVariables['rows']
    const added = await calls.add({ batchId, offset, rows })

    if (!added.ok) return added
    if (added.data.addBatchRows.problems.length > 0) {
      return { ok: false, problems: added.data.addBatchRows.problems }
    }
    offset += piece.answer.rows.length
    onProgress(offset)
  }
  const started = await calls.start({ batchId, rehearse: isRehearsal })

  if (!started.ok) return started
  if (started.data.startBatch.problems.length > 0) {
    return { ok: false, problems: started.data.startBatch.problems }
  }

  return { ok: true, batchId }
}

export function newKey(): string {
  const bytes = new Uint8Array(16)

  crypto.getRandomValues(bytes)

  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
