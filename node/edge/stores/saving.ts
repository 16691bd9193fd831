import { ExponentialBackoff, handleWhen, retry } from 'cockatiel'
import { mayPass } from '../../domain/problem/fault'
import { LostMatch, type FileStore, type StoredJson } from '../clients/fileStore'

const ATTEMPTS = 8

// Another writer came between, or VBase did not say what became of a save: read again and judge anew.
const savingAgain = retry(
  handleWhen((error) => error instanceof LostMatch || mayPass(error)),
  {
    maxAttempts: ATTEMPTS - 1,
    backoff: new ExponentialBackoff({ initialDelay: 15, maxDelay: 400 }),
  }
)

export interface Saving {
  readonly state: 'saved' | 'nothing to do' | 'missing'
  /** The file as it then is, where that is known. */
  readonly file: StoredJson | null
}

/**
 * Changes one file that exists, on its newest content, under If-Match.
 * `decide` gets the newest content on every attempt and answers what to save, or null where nothing is left to do:
 * there it recognises a save of its own that committed although it was answered as failed.
 * `known` is taken for the newest content at first; where it is not, the save is lost and the file is read.
 * @errors LostMatch or Fault VBASE after the last attempt
 */
export function saveOnNewest(
  files: Pick<FileStore, 'read' | 'save'>,
  path: string,
  decide: (newest: unknown) => unknown | null,
  known: StoredJson | null = null
): Promise<Saving> {
  return savingAgain.execute(async ({ attempt }): Promise<Saving> => {
    const file = (attempt === 0 ? known : null) ?? (await files.read(path))
    if (file === null) return { state: 'missing', file }
    const next = decide(file.data)
    if (next === null) return { state: 'nothing to do', file }
    const etag = await files.save(path, next, file.etag)
    return { state: 'saved', file: etag === null ? null : { data: next, etag } }
  })
}
