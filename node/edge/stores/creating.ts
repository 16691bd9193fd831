import { Fault, isFault, mayPass } from '../../domain/problem/fault'
import type { FileStore } from '../clients/fileStore'

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
