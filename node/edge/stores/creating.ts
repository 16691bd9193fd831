import { Fault, isFault, mayPass } from '../../domain/problem/fault'
import { LostMatch, type FileStore, type StoredJson } from '../clients/fileStore'
import { tried } from './tries'

/** Somebody waits for it: a person, or a sender who never comes again. */
const TRIES = 3

/**
 * Whether a file that a read did not find is really not there. VBase was seen to answer 404 for a file that exists, and
 * to remember that answer for up to two hours (platform, corrections); whoever took it at its word would write an empty
 * file over a live one. So it is read once more, and the listing is asked besides.
 * @errors Fault VBASE
 */
export async function isSurelyAbsent(files: FileStore, path: string): Promise<boolean> {
  const [file, listed] = await Promise.all([files.read(path), files.list(path)])
  return file === null && !listed.includes(path)
}

/**
 * What a file holds; null where there surely is none.
 * @errors Fault VBASE, also where it is there and cannot be seen
 */
export async function readSurely(
  files: FileStore,
  path: string,
  operation: string
): Promise<StoredJson | null> {
  const file = await tried(TRIES, async () => (await files.read(path)) ?? files.read(path))
  if (file || (await isSurelyAbsent(files, path))) return file
  throw unseen(operation)
}

/** Whether a save that failed may yet arrive: nobody has answered it but a gateway that gave up waiting. */
export function mayArriveLate(error: unknown): boolean {
  return isFault(error) && !error.isOutOfTime && [null, 408, 502, 504].includes(error.status)
}

/** Whether a save that failed may be there all the same, or may yet come: VBase did not say that it is not. */
export function mayBeSaved(error: unknown): boolean {
  return mayPass(error) || (isFault(error) && error.status === 408)
}

/** A file that VBase lists and does not show: it must not be created, and cannot be changed. */
export function unseen(operation: string): Fault {
  return new Fault({ kind: 'unavailable', upstream: 'VBASE', operation })
}

/** A save between whose tries others always came is as one that VBase did not take. */
export async function orUnseen<T>(operation: string, saving: Promise<T>): Promise<T> {
  try {
    return await saving
  } catch (error) {
    throw error instanceof LostMatch ? unseen(operation) : error
  }
}
