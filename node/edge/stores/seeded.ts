import { Fault } from '../../domain/problem/fault'
import type { FileStore } from '../clients/fileStore'
import { SEED_SETTLES_MS } from './claimShards'
import { isSurelyAbsent } from './creating'
import { saveOnNewest } from './saving'

export interface SeededParts {
  readonly files: FileStore
  readonly sleep: (milliseconds: number) => Promise<void>
}

/**
 * Changes a file that an account has one of. Where it is missing it is made as the claims' shards are: everybody puts
 * down the same constant, waits until anybody else's has landed, and what counts is written over it under If-Match.
 * `decide` answers null where nothing is left to do. The content as it then is.
 * @errors LostMatch or Fault VBASE
 */
export async function changeSeeded(
  { files, sleep }: SeededParts,
  path: string,
  seed: unknown,
  decide: (newest: unknown) => unknown | null
): Promise<void> {
  const { state } = await saveOnNewest(files, path, decide)
  if (state !== 'missing') return
  if (await isSurelyAbsent(files, path)) await files.save(path, seed, null)
  await sleep(SEED_SETTLES_MS)
  const again = await saveOnNewest(files, path, decide)
  if (again.state === 'missing')
    throw new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Save' })
}
