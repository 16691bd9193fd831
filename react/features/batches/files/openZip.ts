import { Unzip, UnzipInflate } from 'fflate'
import type { UnzipFile } from 'fflate'
import { FileRefused } from './sheet'
import type { Steps } from './sheet'

/** Inflated at a time. */
const PIECE = 64 * 1024
/** Of all that comes out of one archive: 2,000 documents have some 25 MB, a workbook of 100,000 rows some 60. */
const MOST_INFLATED = 256 * 1024 * 1024
const MOST_ENTRIES = 5000

export interface ZipEntry {
  /** With its folders, as the archive says it. */
  name: string
  bytes: Uint8Array
}

/**
 * The wanted entries of an archive. What it says of sizes may lie: real bytes are counted while they come out.
 * @errors FileRefused TOO_BIG, TOO_MANY_FILES, UNREADABLE
 */
export function* openZip(
  archive: Uint8Array,
  isWanted: (name: string) => boolean,
  mostInflated = MOST_INFLATED
): Steps<ZipEntry[]> {
  const entries: ZipEntry[] = []
  let inflated = 0
  let seen = 0
  let fault: FileRefused | null = null
  const unzip = new Unzip((file: UnzipFile) => {
    seen += 1
    if (seen > MOST_ENTRIES) fault = new FileRefused('TOO_MANY_FILES', { max: MOST_ENTRIES })
    if (fault || file.name.endsWith('/') || !isWanted(file.name)) return
    const pieces: Uint8Array[] = []

    file.ondata = (error, bytes, isLast) => {
      if (error) fault = new FileRefused('UNREADABLE', { file: file.name })
      if (fault) return
      inflated += bytes.length
      if (inflated > mostInflated) {
        fault = new FileRefused('TOO_BIG', { max: mostInflated / 1024 / 1024 })

        return
      }
      pieces.push(bytes)
      if (isLast) entries.push({ name: file.name, bytes: joined(pieces) })
    }
    file.start()
  })

  unzip.register(UnzipInflate)
  for (let start = 0; start < archive.length; start += PIECE) {
    const isLast = start + PIECE >= archive.length

    try {
      unzip.push(archive.subarray(start, start + PIECE), isLast)
    } catch (error) {
      // What the callback above refuses comes out here, too.
      fault = fault || (error instanceof FileRefused ? error : new FileRefused('UNREADABLE'))
    }
    if (fault) throw fault
    yield
  }
  if (seen === 0) throw new FileRefused('UNREADABLE')

  return entries
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0]
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0

  pieces.forEach((piece) => {
    whole.set(piece, at)
    at += piece.length
  })

  return whole
}
