import { FileRefused } from './sheet'
import type { Sheet, SheetRow, Steps } from './sheet'

/** First column from 1, and width, as PROCEDA's layout writes them (carriers §2.2, §2.3). */
type Place = [number, number]

interface Layout {
  occurrence: string
  issuer: Place
  series: Place
  number: Place
  code: Place
  day: Place
  time: Place
  remark: Place
  /** 3.1 has its words in the record itself, 5.0 in the one after it. */
  text: Place | null
  textRecord: string | null
}

const V31: Layout = {
  occurrence: '342',
  issuer: [4, 14],
  series: [18, 3],
  number: [21, 8],
  code: [29, 2],
  day: [31, 8],
  time: [39, 4],
  remark: [43, 2],
  text: [45, 70],
  textRecord: null,
}
const V50: Layout = {
  occurrence: '542',
  issuer: [4, 14],
  series: [18, 3],
  number: [21, 9],
  code: [30, 3],
  day: [33, 8],
  time: [41, 4],
  remark: [45, 2],
  text: null,
  textRecord: '543',
}
const RECORDS = {
  '3.1': /^(000|340|341|342|343)/,
  '5.0': /^(000|540|541|542|543|544|545|549)/,
}

/** Columns that each occurrence is shown in. */
export const OCOREN_HEADER = [
  'invoiceNumber',
  'series',
  'issuerId',
  'eventDate',
  'eventDescription',
  'isDelivered',
  'deliveredDate',
  'orderId',
]

/** Delivered, unless the remark says that it was refused, wholly (01) or in part (02): a person has to look. */
const DELIVERED = new Set(['1', '2', '24', '31'])
const REFUSED = new Set(['01', '02'])

/** What the codes of the standard say, in the words of the standard's country; carriers add words of their own. */
const WORDS: Record<string, string> = {
  '0': 'Processo de transporte iniciado',
  '1': 'Entrega realizada normalmente',
  '2': 'Entrega fora da data programada',
  '3': 'Recusa por falta de pedido de compra',
  '4': 'Recusa por pedido de compra cancelado',
  '5': 'Falta de espaço físico no depósito do cliente',
  '6': 'Endereço do cliente não localizado',
  '7': 'Devolução não autorizada pelo cliente',
  '19': 'Reentrega solicitada pelo cliente',
  '20': 'Entrega prejudicada por horário',
  '21': 'Estabelecimento fechado',
  '22': 'Reentrega sem cobrança',
  '23': 'Extravio de mercadoria em trânsito',
  '24': 'Mercadoria reentregue ao cliente',
  '25': 'Mercadoria devolvida à origem',
  '26': 'Retida pela fiscalização',
  '27': 'Roubo de carga',
  '28': 'Mercadoria retida até segunda ordem',
  '29': 'Cliente retira mercadoria na transportadora',
  '31': 'Entrega com indenização efetuada',
  '46': 'Recebedor ausente',
  '52': 'Redespacho',
  '53': 'Mercadoria não embarcada',
  '60': 'Endereço de entrega errado',
  '63': 'Cliente desconhecido no local',
  '80': 'Extravio total',
  '81': 'Extravio parcial',
  '91': 'Entrega programada',
  '98': 'Chegada na cidade ou filial de destino',
  '99': 'Outros tipos de ocorrências',
}

/** True where the text begins as the EDI files of carriers do. */
export function looksLikeEdi(text: string): boolean {
  return /^000.{80}/.test(text) || /^(340|341|342|540|541|542)/.test(text)
}

/**
 * A carrier's list of occurrences, 3.1 (3.0A reads the same) or 5.0, a row each. Columns are cut out of the decoded
 * text: in real files letters with accents push bytes to the right.
 * @errors FileRefused OTHER_RECORDS with the line where the records are of neither version
 */
export function* readOcoren(text: string): Steps<Sheet> {
  const lines = text.split(/\r\n|\n|\r/)
  const layout = lines.some((line) => /^54[0-2]/.test(line)) ? V50 : V31
  const known = layout === V50 ? RECORDS['5.0'] : RECORDS['3.1']
  const rows: SheetRow[] = []

  for (let at = 1; at <= lines.length; at += 1) {
    const line = lines[at - 1]

    if (line.replace(/[\s\u001a]/g, '') === '') continue
    if (!known.test(line))
      throw new FileRefused('OTHER_RECORDS', { row: at, record: line.slice(0, 3) })
    if (line.startsWith(layout.occurrence)) rows.push(occurrence(line, at, layout))
    else if (layout.textRecord && line.startsWith(layout.textRecord)) addWords(rows, line)
    if (at % 500 === 0) yield
  }
  if (rows.length === 0) throw new FileRefused('NO_ROWS')
  const sheet: Sheet = { source: 'OCOREN', header: OCOREN_HEADER, rows }

  return sheet
}

const DESCRIPTION = OCOREN_HEADER.indexOf('eventDescription')

function occurrence(line: string, at: number, layout: Layout): SheetRow {
  const cut = ([first, width]: Place) => line.slice(first - 1, first - 1 + width).trim()
  const code = cut(layout.code).replace(/^0+(?=\d)/, '')
  const when = momentOf(cut(layout.day), cut(layout.time))
  const isDelivered = DELIVERED.has(code) && !REFUSED.has(cut(layout.remark))
  const words = [WORDS[code] ?? `Ocorrência ${code}`, layout.text ? sentence(cut(layout.text)) : '']

  return {
    at,
    cells: [
      cut(layout.number).replace(/^0+(?=\d)/, ''),
      // "1  ", "001" and "23 " all occur.
      cut(layout.series).replace(/^0+(?=\w)/, ''),
      cut(layout.issuer),
      when,
      words.filter((word) => word).join('. '),
      isDelivered ? 'TRUE' : '',
      isDelivered ? when : '',
      '',
    ],
  }
}

function addWords(rows: SheetRow[], line: string) {
  const row = rows[rows.length - 1]
  const words = sentence(
    line
      .slice(3)
      .replace(/\s{2,}/g, ' ')
      .trim()
  )

  if (row && words) row.cells[DESCRIPTION] = `${row.cells[DESCRIPTION]}. ${words}`
}

/** Capitals are how the format is written, not how people read. */
function sentence(text: string): string {
  const bare = text.replace(/[.*]+$/, '').trim()

  return bare === bare.toUpperCase() ? bare.slice(0, 1) + bare.slice(1).toLowerCase() : bare
}

/** DDMMAAAA and HHMM as ISO, without a zone; a day that is none stays as it is, to be named. */
function momentOf(day: string, time: string): string {
  const parts = /^(\d{2})(\d{2})(\d{4})$/.exec(day)

  if (!parts) return day
  const clock = /^(\d{2})(\d{2})/.exec(time)

  return `${parts[3]}-${parts[2]}-${parts[1]}T${clock ? `${clock[1]}:${clock[2]}` : '00:00'}`
}
