import { decodeXml } from '../../../shared/files/readFile'
import { fileKind } from '../../../shared/files/fileKind'
import { guessMapping, headerRow } from './columns'
import { openZip } from './openZip'
import { readCsv } from './readCsv'
import { looksLikeEdi, readOcoren } from './readOcoren'
import { readXlsx } from './readXlsx'
import { makeDocuments } from './documentSheet'
import type { FileText, OpenedFiles } from './opened'
import { FileRefused, MOST_ROWS } from './sheet'
import type { Sheet, Steps } from './sheet'

export interface GivenFile {
  name: string
  bytes: Uint8Array
}

/**
 * Whatever was dropped, as one sheet: a CSV, a workbook, a carrier's file, or documents, single or in archives.
 * @errors FileRefused, of the first file that cannot be used
 */
export function* readFiles(files: readonly GivenFile[]): Steps<OpenedFiles> {
  const tables: Sheet[] = []
  const texts: FileText[] = []
  const leftOut: OpenedFiles['leftOut'] = []

  for (const file of files) {
    const kind = fileKind(buffer(file.bytes), file.name)

    if (file.bytes.length === 0) throw new FileRefused('EMPTY', { file: file.name })
    if (kind === 'PDF' || kind === 'PICTURE') throw new FileRefused(kind, { file: file.name })
    if (isOldExcel(file)) throw new FileRefused('OLD_EXCEL', { file: file.name })
    if (kind === 'SHEET') tables.push(yield* readXlsx(file.bytes))
    else if (kind === 'ZIP') {
      const opened = yield* openArchive(file)

      if (opened.sheet) tables.push(opened.sheet)
      texts.push(...opened.texts)
      leftOut.push(...opened.leftOut)
    } else {
      const text = decodeXml(buffer(file.bytes))

      if (/^\s*<(?!html|!doctype html|table)/i.test(text.replace(/^\ufeff/, ''))) {
        texts.push({ name: file.name, text })
      } else if (/^\s*<(html|!doctype html|table)/i.test(text)) {
        throw new FileRefused('OLD_EXCEL', { file: file.name })
      } else if (looksLikeEdi(text)) tables.push(yield* readOcoren(text))
      else tables.push(yield* readCsv(text, isWindows(file.bytes)))
    }
    yield
  }
  if (tables.length + (texts.length > 0 ? 1 : 0) > 1) {
    throw new FileRefused('TOO_MANY_FILES', { max: 1 })
  }
  if (texts.length > 0) return yield* makeDocuments(texts, leftOut)
  const [sheet] = tables

  if (!sheet) throw new FileRefused('NO_ROWS')
  const whole = sheet.source === 'OCOREN' ? sheet : withHeader(sheet)

  if (whole.rows.length === 0) throw new FileRefused('NO_ROWS')
  if (whole.rows.length > MOST_ROWS) throw new FileRefused('TOO_MANY_ROWS', { max: MOST_ROWS })

  return { sheet: whole, mapping: guessMapping(whole.header), leftOut }
}

interface OpenedArchive {
  sheet: Sheet | null
  texts: FileText[]
  leftOut: OpenedFiles['leftOut']
}

/** Documents of an archive, whatever its folders. One that was put beside them by a system is left out. */
function* openArchive({ name, bytes }: GivenFile): Steps<OpenedArchive> {
  // RAR, 7z and gzip begin with other signs.
  if (bytes[0] !== 0x50) throw new FileRefused('OTHER_ARCHIVE', { file: name })
  const leftOut: OpenedFiles['leftOut'] = []
  const entries = yield* openZip(bytes, (entry) => {
    const isOwn = /(^|\/)(__MACOSX\/|\.|Thumbs\.db|desktop\.ini)/i.test(entry)

    if (/\.(zip|rar|7z|gz)$/i.test(entry) && !isOwn)
      throw new FileRefused('ZIP_IN_ZIP', { file: entry })
    // A workbook under another name.
    if (/\.xml$/i.test(entry) && !isOwn && !/^(xl|docProps|_rels)\//.test(entry)) return true
    if (!isOwn) leftOut.push({ name: entry, code: 'OTHER_FILE' })

    return false
  })

  if (leftOut.some((one) => one.name === 'xl/workbook.xml')) {
    return { sheet: yield* readXlsx(bytes), texts: [], leftOut: [] }
  }
  if (entries.length === 0) throw new FileRefused('NO_ROWS', { file: name })
  const texts: FileText[] = []

  for (const entry of entries) {
    texts.push({ name: entry.name, text: decodeXml(buffer(entry.bytes)) })
    yield
  }

  return { sheet: null, texts, leftOut }
}

/** The headings told from what stands above them, and rows that have not as many cells marked. */
function withHeader(sheet: Sheet): Sheet {
  const at = headerRow(sheet.rows)
  const header = trimmed(sheet.rows[at]?.cells ?? [])
  const rows = sheet.rows.slice(at + 1)

  rows.forEach((row) => {
    const filled = trimmed(row.cells).length
    const isShort = sheet.source === 'CSV' && row.cells.length < header.length

    if (row.flaw === undefined && (filled > header.length || isShort)) row.flaw = 'COLUMNS'
  })

  return { ...sheet, header, rows }
}

/** Without the empty cells at the end, which spreadsheets leave behind. */
function trimmed(cells: readonly string[]): string[] {
  let { length } = cells

  while (length > 0 && !cells[length - 1]) length -= 1

  return cells.slice(0, length)
}

/** BIFF, and HTML under the name of a workbook. */
const isOldExcel = ({ bytes }: GivenFile) => bytes[0] === 0xd0 && bytes[1] === 0xcf

function buffer(bytes: Uint8Array): ArrayBuffer {
  return bytes.byteLength === bytes.buffer.byteLength
    ? (bytes.buffer as ArrayBuffer)
    : (bytes.slice().buffer as ArrayBuffer)
}

function isWindows(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)

    return false
  } catch (error) {
    return true
  }
}
