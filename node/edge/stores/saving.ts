import { ExponentialBackoff, handleWhen, retry } from 'cockatiel'
import { isFault } from '../../domain/fault'
import { LostMatch, type FileStore } from '../clients/fileStore'

const ATTEMPTS = 8

// Another writer came between, or VBase did not say what became of a save: read again and judge anew.
const savingAgain = retry(
  handleWhen(
    (error) => error instanceof LostMatch || (isFault(error) && error.kind === 'unavailable')
  ),
  {
    maxAttempts: ATTEMPTS - 1,
    backoff: new ExponentialBackoff({ initialDelay: 15, maxDelay: 400 }),
  }
)

/**
 * Changes one file that exists, on its newest content, under If-Match.
 * `decide` gets the newest content on every attempt and answers what to save, or null where nothing is left to do:
 * there it recognises a save of its own that committed although it was answered as failed.
 * @errors LostMatch or Fault VBASE after the last attempt
 */
export function saveOnNewest(
  files: FileStore,
  path: string,
  decide: (newest: unknown) => unknown | null
): Promise<'saved' | 'nothing to do' | 'missing'> {
  return savingAgain.execute(async () => {
    const file = await files.read(path)
    if (file === null) return 'missing'
    const next = decide(file.data)
    if (next === null) return 'nothing to do'
    await files.save(path, next, file.etag)
    return 'saved'
  })
}
