import { mergeReports } from '../../parcel/newEvents'
import { PARCEL_STATES } from '../../parcel/parcelState'
import type { CodeTable, Connector, Decoded, DecodeOptions } from '../connector'
import { messageReader, nothingIn, type MessageReader } from '../messageReader'
import { csvRows } from './csvRows'

/** Canonical names; a carrier's own codes are the store's to say, since no layout is common to carriers. */
const CODES: CodeTable = {
  source: 'docs/carriers.md',
  states: Object.fromEntries(PARCEL_STATES.map((state) => [state, state])),
}

/** Headings by what they hold, folded: letters and digits, without accents. */
const HEADINGS = {
  trackingNumber:
    'trackingnumber tracking rastreio codigorastreio codigoderastreio codigorastreamento awb guia numeroguia seguimiento',
  invoiceKey: 'invoicekey chave chavenfe chavenf chaveacesso chavedeacesso accesskey',
  invoiceNumber: 'invoicenumber nf nfe notafiscal nota numeronf numeronota nronf factura',
  series: 'series serie serienf',
  issuerId: 'issuerid issuer cnpj cnpjemitente emitente',
  code: 'code codigo cod codocorrencia codigoocorrencia codigodaocorrencia status statuscode',
  date: 'eventdate date data dataocorrencia datadaocorrencia dataevento datahora fecha fechaevento',
  time: 'time hora horaocorrencia',
  description:
    'eventdescription description descricao descricaoocorrencia descripcion ocorrencia mensagem',
  city: 'eventcity city cidade ciudad municipio',
  region: 'eventstate state uf estado provincia',
} as const

const SEPARATORS = [';', ',', '\t', '|']
/** Characters in which a header may stand: exports have a title above it. */
const TITLE = 2_000

type Column = keyof typeof HEADINGS
type Columns = Partial<Record<Column, number>>

const COLUMN_OF = new Map(
  (Object.keys(HEADINGS) as Column[]).flatMap((column) =>
    HEADINGS[column].split(' ').map((heading) => [heading, column] as const)
  )
)

/** A list of events by POST, a row each. @source carriers §2.5 */
export const csv: Connector = {
  name: 'csv',
  title: 'CSV',
  authentication: [{ kind: 'SHARED_HEADER', header: 'x-carrier-key' }],
  secretFrom: 'STORE',
  defaultTimeZone: 'America/Sao_Paulo',
  codes: CODES,
  decode: (body, options) => decodeCsv('csv', typeof body === 'string' ? body : '', options),
  example: [
    'trackingNumber;code;eventDate;eventDescription;eventCity;eventState',
    'TEST000047110BR;OUT_FOR_DELIVERY;09/11/2026 08:30;Saiu para entrega;Campinas;SP',
  ].join('\r\n'),
  cannot: [
    'It is read by its headings; a column with another one is left out.',
    'Codes are the canonical names, or those that you map: no words are read.',
    'Days stand before months; a spreadsheet’s serial numbers are no dates, and digits that it has rounded are lost.',
  ],
}

/** @param connector in whose name codes that nobody knows are told */
export function decodeCsv(connector: string, text: string, options: DecodeOptions): Decoded {
  const reader = messageReader(connector, CODES, options)
  const table = tableIn(text)
  if (table === null) reader.tell(nothingIn(['rows']))
  else
    table.rows.forEach((cells, place) => {
      const row = table.at + place
      // What slipped into other columns, and rows that an open quote has swallowed, say nothing that is true.
      if (filled(cells) > table.width || place === table.openQuoteAt)
        reader.tell(nothingIn(['rows', row]))
      else if (filled(cells) > 0) takeRow(reader, table.columns, cells, row)
    })
  const { parcels, problems } = reader.decoded()
  return { parcels: mergeReports(parcels), problems }
}

interface Table {
  readonly columns: Columns
  readonly rows: readonly (readonly string[])[]
  /** Number of the first row, as a spreadsheet counts. */
  readonly at: number
  /** How many cells have a heading. */
  readonly width: number
  /** Place of the row whose quote is never closed. */
  readonly openQuoteAt: number | null
}

/** By the separator whose cells hold a header: which one stands most often says nothing. Null where none does. */
function tableIn(text: string): Table | null {
  for (const separator of SEPARATORS) {
    const top = csvRows(text.slice(0, TITLE), separator).rows.findIndex((row) =>
      isHeader(columnsOf(row))
    )
    if (top === -1) continue
    const { rows, openQuoteAt } = csvRows(text, separator)
    return {
      columns: columnsOf(rows[top]),
      rows: rows.slice(top + 1),
      at: top + 2,
      width: filled(rows[top]),
      openQuoteAt: openQuoteAt === null ? null : openQuoteAt - top - 1,
    }
  }
  return null
}

/** Cells up to the last that holds something: exports leave separators behind. */
function filled(cells: readonly string[]): number {
  let count = cells.length
  while (count > 0 && cells[count - 1] === '') count -= 1
  return count
}

function columnsOf(header: readonly string[]): Columns {
  const columns: Columns = {}
  header.forEach((heading, at) => {
    const column = COLUMN_OF.get(folded(heading))
    if (column !== undefined) columns[column] ??= at
  })
  return columns
}

function folded(heading: string): string {
  return heading
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
}

function isHeader({ trackingNumber, invoiceKey, invoiceNumber, date }: Columns): boolean {
  return date !== undefined && (trackingNumber ?? invoiceKey ?? invoiceNumber) !== undefined
}

function takeRow(
  reader: MessageReader,
  columns: Columns,
  cells: readonly string[],
  row: number
): void {
  // ="0047" is how a system keeps a spreadsheet from rounding.
  const cell = (column: Column) =>
    cells[columns[column] ?? -1]?.replace(/^="(.*)"$/, '$1').trim() || null
  const code = cell('code')
  const moment = [cell('date'), cell('time')].filter((part) => part !== null).join(' ')
  reader.take({
    trackingNumber: cell('trackingNumber'),
    invoiceKey: cell('invoiceKey'),
    issuerId: cell('issuerId'),
    series: cell('series'),
    invoiceNumber: cell('invoiceNumber'),
    events: [
      {
        codes: [code?.replace(/[\s-]+/g, '_'), code],
        date: moment,
        descriptions: [cell('description'), code],
        city: cell('city'),
        region: cell('region'),
        field: ['rows', row],
      },
    ],
    field: ['rows', row],
  })
}
