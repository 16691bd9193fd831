/** First column from 1, and width, as PROCEDA's layout writes them (carriers §2.2, §2.3). */
type Place = readonly [column: number, width: number]

interface Layout {
  readonly carrier: string
  readonly occurrence: string
  /** Its record of words; 3.1 has them in the occurrence itself. */
  readonly words: string | null
  readonly known: RegExp
  readonly code: Place
  readonly number: Place
  readonly day: Place
  readonly time: Place
  readonly remark: Place
  readonly text: Place | null
}

const ISSUER: Place = [4, 14]
const SERIES: Place = [18, 3]

const V31: Layout = {
  carrier: '341',
  occurrence: '342',
  words: null,
  known: /^(?:000|34[0-3])/,
  number: [21, 8],
  code: [29, 2],
  day: [31, 8],
  time: [39, 4],
  remark: [43, 2],
  text: [45, 70],
}
const V50: Layout = {
  carrier: '541',
  occurrence: '542',
  words: '543',
  known: /^(?:000|54[0-5]|549)/,
  number: [21, 9],
  code: [30, 3],
  day: [33, 8],
  time: [41, 4],
  remark: [45, 2],
  text: null,
}

/** One occurrence as it stands in the file; "" where nothing stands. */
export interface Occurrence {
  /** From 1. */
  readonly line: number
  /** CNPJ of the carrier whose part of the file it is in. */
  readonly carrier: string
  readonly issuer: string
  readonly series: string
  readonly number: string
  /** Without zeros in front. */
  readonly code: string
  /** Local, without a zone; a day that is none stays as it was. */
  readonly date: string
  readonly remark: string
  readonly text: string
}

/** True where a text begins as the EDI files of carriers do. */
export function looksLikeOcoren(text: string): boolean {
  return /^000.{80}/.test(text) || /^(?:34[012]|54[012])/.test(text)
}

export interface OcorenFile {
  readonly occurrences: readonly Occurrence[]
  /** Lines of records that are of neither version: another standard, or none. */
  readonly strange: readonly number[]
}

/**
 * Occurrences of OCOREN 3.1 (3.0A reads the same) or 5.0. Columns are counted in characters of the decoded text: letters
 * with accents push bytes to the right (carriers §2.4).
 */
export function readOccurrences(text: string): OcorenFile {
  const lines = text.split(/\r\n|\n|\r/)
  const layout = lines.some((line) => /^54[0-2]/.test(line)) ? V50 : V31
  const occurrences: Occurrence[] = []
  const strange: number[] = []
  let carrier = ''
  lines.forEach((line, index) => {
    // The last sign of an old file is the end mark of DOS.
    if (line.replace(/[\s\u001a]/g, '') === '') return
    if (!layout.known.test(line)) strange.push(index + 1)
    else if (line.startsWith(layout.carrier)) carrier = cut(line, ISSUER)
    else if (line.startsWith(layout.occurrence))
      occurrences.push(occurrenceIn(line, index + 1, carrier, layout))
    else if (layout.words !== null && line.startsWith(layout.words)) addWords(occurrences, line)
  })
  return { occurrences, strange }
}

function occurrenceIn(line: string, at: number, carrier: string, layout: Layout): Occurrence {
  return {
    line: at,
    carrier,
    issuer: cut(line, ISSUER),
    series: cut(line, SERIES),
    number: cut(line, layout.number),
    code: cut(line, layout.code).replace(/^0+(?=\d)/, ''),
    date: momentOf(cut(line, layout.day), cut(line, layout.time)),
    remark: cut(line, layout.remark),
    text: layout.text ? sentence(cut(line, layout.text)) : '',
  }
}

/** A record of words belongs to the occurrence before it. */
function addWords(occurrences: Occurrence[], line: string): void {
  const last = occurrences.pop()
  if (!last) return
  const words = sentence(line.slice(3).replace(/\s+/g, ' ').trim())
  occurrences.push({ ...last, text: [last.text, words].filter((part) => part !== '').join('. ') })
}

function cut(line: string, [column, width]: Place): string {
  return line.slice(column - 1, column - 1 + width).trim()
}

/** Capitals are how the format is written, not how people read. */
function sentence(text: string): string {
  const bare = text.replace(/[.*]+$/, '').trim()
  return bare === bare.toUpperCase() ? bare.slice(0, 1) + bare.slice(1).toLowerCase() : bare
}

/** DDMMAAAA and HHMM; a time may be missing. */
function momentOf(day: string, time: string): string {
  const parts = /^(\d{2})(\d{2})(\d{4})$/.exec(day)
  if (!parts) return day
  const clock = /^(\d{2})(\d{2})/.exec(time)
  return `${parts[3]}-${parts[2]}-${parts[1]}T${clock ? `${clock[1]}:${clock[2]}` : '00:00'}`
}
