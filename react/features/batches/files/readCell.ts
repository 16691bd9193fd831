import { momentInZone } from './momentInZone'
import { readMoment } from '../../../shared/format/writtenMoment'
import { folded, KIND_OF } from './columns'
import type { Evidence } from './evidence'
import type { FaultCode } from './faults'
import type { CellKind } from './sheet'

export type CellValue = string | number | boolean

export type ReadCell =
  { value: CellValue | null } | { fault: FaultCode; facts?: Record<string, string | number> }

const KEY_DIGITS = 44
const MONTH =
  '(?:jan|fev|feb|mar|abr|apr|mai|may|jun|jul|ago|aug|set|sep|out|oct|nov|dez|dic|dec|ene)[a-z]*\\.?'
const DATES = [
  /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/,
  /^\d{4}-\d{2}-\d{2}([T ].*)?$/,
  new RegExp(`^${MONTH}[/ -]\\d{2,4}$`, 'i'),
  new RegExp(`^\\d{1,2}[/ -]${MONTH}([/ -]\\d{2,4})?$`, 'i'),
]
const YES = new Set(
  's sim y yes si true verdadeiro verdadero 1 x entregue entregado delivered'.split(' ')
)
const NO = new Set('n nao no false falso 0'.split(' '))
const OUTPUT = new Set('output saida venda salida venta sale out 1'.split(' '))
const INPUT = new Set('input entrada devolucao devolucion retorno return in 0'.split(' '))

/** What one cell says, by what its whole column tells. An empty cell says nothing, and that is no fault by itself. */
export function readCell(
  text: string,
  stored: CellKind | undefined,
  evidence: Evidence,
  zone: string
): ReadCell {
  if (stored === 'NOT_CALCULATED') return { fault: 'NOT_CALCULATED' }
  if (stored === 'ERROR') return { fault: 'CELL_ERROR' }
  if (text === '') return { value: null }
  switch (KIND_OF[evidence.field]) {
    case 'ID':
      return readId(text, stored, evidence)
    case 'MONEY':
      return readAmount(text, stored, evidence)
    case 'COUNT':
      return readCount(text, stored, evidence)
    case 'DATE':
      return readDate(text, stored, evidence, zone)
    case 'YES_NO':
      return oneOf(text, YES, NO, 'YES_NO_UNREAD', [true, false])
    case 'TYPE':
      return oneOf(text, OUTPUT, INPUT, 'TYPE_UNREAD', ['OUTPUT', 'INPUT'])
    default:
      return { value: text }
  }
}

function readId(
  text: string,
  stored: CellKind | undefined,
  { field, padded, isRounded }: Evidence
): ReadCell {
  if (/^\d(?:[.,]\d+)?E\+?\d+$/i.test(text)) return { fault: 'SCIENTIFIC' }
  if (field === 'orderId' && (stored === 'DATE' || DATES.some((date) => date.test(text)))) {
    return { fault: 'ORDER_IS_DATE' }
  }
  const isDigits = /^\d+$/.test(text)

  if (isDigits && text.length > 15 && (stored === 'NUMBER' || (isRounded && text.length < 44))) {
    return { fault: 'ROUNDED' }
  }
  if (isDigits && padded !== null && text.length < padded) {
    return { fault: 'LOST_ZEROS', facts: { length: padded } }
  }
  if (field === 'invoiceKey') {
    // As people copy it: in fours, or with the prefix of its Id.
    const bare = text.replace(/^NFe/i, '').replace(/[\s.\-/]/g, '')

    if (/^\d{40,48}$/.test(bare) && bare.length !== KEY_DIGITS) {
      return { fault: 'KEY_LENGTH', facts: { length: bare.length } }
    }
  }

  return { value: text }
}

/** A number as text by the column's decimal sign, with a point; null for none. */
function plainNumber(
  text: string,
  stored: CellKind | undefined,
  decimal: '.' | ','
): string | null {
  if (stored === 'NUMBER') return Number.isFinite(Number(text)) ? String(Number(text)) : null
  const bare = text
    .replace(/^(-?)\s*(?:[A-Z]{0,3}\$|[A-Z]{3}|€|£|S\/\.?)\s*/i, '$1')
    .replace(/[\s']/g, '')
  const grouping = decimal === ',' ? '\\.' : ','
  const shape = new RegExp(`^-?(\\d+|\\d{1,3}(${grouping}\\d{3})+)(\\${decimal}\\d+)?$`)

  if (!shape.test(bare)) return null

  return bare.replace(new RegExp(grouping, 'g'), '').replace(decimal, '.')
}

function readAmount(
  text: string,
  stored: CellKind | undefined,
  { decimal, isCents }: Evidence
): ReadCell {
  if (decimal === null) {
    if (stored !== 'NUMBER' && /[.,]/.test(text)) return { fault: 'NUMBER_AMBIGUOUS' }
  }
  const plain = plainNumber(text, stored, decimal ?? '.')

  if (plain === null) return { fault: 'NUMBER_UNREAD' }
  if (isCents) {
    return /^-?\d+$/.test(plain) ? { value: Number(plain) } : { fault: 'NUMBER_UNREAD' }
  }
  const parts = /^(-?)(\d+)(?:\.(\d{1,2})0*)?$/.exec(plain)

  if (!parts) return { fault: 'NUMBER_UNREAD' }
  const cents = Number(`${parts[1]}${parts[2]}${(parts[3] || '').padEnd(2, '0')}`)

  return Number.isSafeInteger(cents) ? { value: cents } : { fault: 'NUMBER_UNREAD' }
}

function readCount(text: string, stored: CellKind | undefined, { decimal }: Evidence): ReadCell {
  const plain = plainNumber(text, stored, decimal ?? ',')
  const count = Number(plain)

  return plain !== null && Number.isSafeInteger(count) && count > 0
    ? { value: count }
    : { fault: 'COUNT_UNREAD' }
}

function readDate(
  text: string,
  stored: CellKind | undefined,
  { dayOrder }: Evidence,
  zone: string
): ReadCell {
  if (stored === 'NUMBER' && !/^20\d{6}$/.test(text)) return { fault: 'DATE_AS_NUMBER' }
  const read = readMoment(text, dayOrder ?? 'DAY_FIRST')

  if (!read) return { fault: 'DATE_UNREAD' }
  // A date that can be read in one way only needs nobody's word.
  if (dayOrder === null && readMoment(text, 'MONTH_FIRST')?.when !== read.when) {
    return { fault: 'DATE_AMBIGUOUS' }
  }
  const moment = read.hasOffset ? read.when : momentInZone(read.when, zone)

  return moment === null ? { fault: 'DATE_UNREAD' } : { value: moment }
}

function oneOf(
  text: string,
  first: ReadonlySet<string>,
  second: ReadonlySet<string>,
  fault: FaultCode,
  values: [CellValue, CellValue]
): ReadCell {
  const word = folded(text)

  if (first.has(word)) return { value: values[0] }

  return second.has(word) ? { value: values[1] } : { fault }
}
