import { columnDayOrder } from '../../../shared/format/writtenMoment'
import type { DayOrder } from '../../../shared/format/writtenMoment'
import { folded, KIND_OF } from './columns'
import type { Field } from './columns'
import type { SheetRow } from './sheet'

/** What a person said of a column, beyond what it shows by itself. */
export interface Said {
  dayOrder?: DayOrder
  decimal?: Decimal
  isCents?: boolean
}
export type Decimal = '.' | ','

/** What a whole column tells of how its values are meant. */
export interface Evidence {
  field: Field
  column: number
  /** Null with `question` where nothing tells. */
  dayOrder: DayOrder | null
  decimal: Decimal | null
  /** Whole numbers are hundredths, as OMS's own bodies have them. */
  isCents: boolean
  /** Digits that values with zeros in front have; null where none has any. */
  padded: number | null
  /** Every long number ends in zeros: a spreadsheet had it before. */
  isRounded: boolean
  /** A value that can be read in two ways. */
  question: string | null
}

/** Headings of OMS's own bodies, in which money is hundredths. */
const IN_CENTS = /^(invoicevalue|items?price)$/

export function evidenceOf(
  field: Field,
  column: number,
  heading: string,
  rows: readonly SheetRow[],
  said: Said = {}
): Evidence {
  const kind = KIND_OF[field]
  const texts: string[] = []
  const typed: string[] = []

  rows.forEach(({ cells, kinds }) => {
    const text = cells[column]
    const stored = kinds ? kinds[column] : undefined

    if (!text) return
    if (stored === undefined || stored === 'TEXT') texts.push(text)
    else if (stored === 'NUMBER') typed.push(text)
  })
  const none: Evidence = {
    field,
    column,
    dayOrder: 'DAY_FIRST',
    decimal: ',',
    isCents: false,
    padded: null,
    isRounded: false,
    question: null,
  }

  if (kind === 'DATE') {
    const { order, question } = columnDayOrder(texts)

    return { ...none, dayOrder: said.dayOrder ?? order, question: said.dayOrder ? null : question }
  }
  if (kind === 'MONEY' || kind === 'COUNT') {
    const { decimal, question } = decimalOf(texts)
    const isWhole = texts.concat(typed).every((text) => /^\d+$/.test(text))

    return {
      ...none,
      decimal: said.decimal ?? decimal,
      question: said.decimal ? null : question,
      isCents: kind === 'MONEY' && (said.isCents ?? (isWhole && IN_CENTS.test(folded(heading)))),
    }
  }
  if (kind === 'ID') return { ...none, padded: paddedOf(texts), isRounded: areRounded(texts) }

  return none
}

/** The sign before the hundredths: by values that can be read in one way only. */
function decimalOf(texts: readonly string[]): { decimal: Decimal | null; question: string | null } {
  let points = 0
  let commas = 0
  let question: string | null = null

  texts.forEach((text) => {
    const signs = text.replace(/[^.,]/g, '')

    if (signs === '') return
    const last = signs[signs.length - 1]
    const behind = text.slice(text.lastIndexOf(last) + 1).replace(/\D/g, '').length
    const isOne = signs.length === 1
    // 1.234,56 · 12,5 · 1.234.567 (the sign that repeats groups)
    const decimal =
      signs.includes('.') && signs.includes(',')
        ? last
        : isOne && behind !== 3
          ? last
          : !isOne
            ? other(last)
            : null

    if (decimal === '.') points += 1
    else if (decimal === ',') commas += 1
    else question = question ?? text
  })
  if (points > 0 && commas > 0) return { decimal: points > commas ? '.' : ',', question: null }
  if (points > 0) return { decimal: '.', question: null }
  if (commas > 0) return { decimal: ',', question: null }

  return question === null ? { decimal: '.', question: null } : { decimal: null, question }
}

const other = (sign: string): Decimal => (sign === '.' ? ',' : '.')

/** Length that most values have, where some of them begin with zeros. */
function paddedOf(texts: readonly string[]): number | null {
  const digits = texts.filter((text) => /^\d+$/.test(text))
  const zeros = digits.filter((text) => text.startsWith('0'))

  if (zeros.length === 0) return null
  const { length } = zeros[0]
  const ofLength = digits.filter((text) => text.length === length).length

  return zeros.every((text) => text.length === length) && ofLength * 2 > digits.length
    ? length
    : null
}

/** One number may end in zeros by chance, three do not. */
function areRounded(texts: readonly string[]): boolean {
  const long = texts.filter((text) => /^\d{16,}$/.test(text) && text.length < 44)

  return long.length >= 3 && long.every((text) => /^0+$/.test(text.slice(15)))
}
