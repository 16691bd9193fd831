import { readBytes } from '../../../shared/files/readFile'
import type { Progress, Summary } from './messages'
import type { Read, ReadersClient } from './readersClient'
import { rememberedColumns } from './rememberedColumns'

/** Has the readers open what was dropped, its columns read as somebody said before of files with these headings. */
export async function openFiles(
  readers: ReadersClient,
  files: File[],
  zone: string,
  onProgress: (progress: Progress) => void
): Promise<Read<Summary>> {
  const given: Array<{ name: string; bytes: Uint8Array }> = []

  for (const file of files) {
    const bytes = await readBytes(file).catch(() => null)

    if (bytes === null) return { ok: false, code: 'UNREADABLE', facts: { file: file.name } }
    given.push({ name: file.name, bytes: new Uint8Array(bytes) })
  }
  const opened = await readers.ask({ kind: 'OPEN', files: given, zone }, onProgress)
  const kept = opened.ok && rememberedColumns(opened.answer.headingSet, opened.answer.header.length)

  return kept ? readers.ask({ kind: 'MAP', ...kept }) : opened
}
