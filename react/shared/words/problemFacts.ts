import { formatList } from '../format/list'
import { formatAmount, formatMoney, MoneyCurrency } from '../format/money'
import { formatMoment } from '../format/moment'

export interface ProblemLike {
  code: string
  severity: 'ERROR' | 'WARNING'
  field: readonly string[]
  message: string
  facts: ReadonlyArray<{ name: string; value: string }>
}

type Kind = 'money' | 'moment' | 'list' | 'fields' | 'status' | 'lines'

/** How the text of a fact is to be read; a fact that is not named here is shown as it stands. */
const kinds: Record<string, Record<string, Kind>> = {
  ORDER_STATE_FORBIDS: { status: 'status' },
  ORDER_STUCK: { status: 'status', since: 'moment' },
  LATE: { estimatedDelivery: 'moment' },
  INVOICE_NOT_FOUND: { invoiceNumbers: 'list' },
  INVOICE_NOT_NAMED: { invoiceNumbers: 'list' },
  INVOICE_NOT_SHOWN: { sentAt: 'moment' },
  WRITE_NOT_SHOWN: { sentAt: 'moment' },
  REPLACE_LOSES_FIELDS: { fields: 'fields' },
  REPLACE_MAY_COUNT_TWICE: { value: 'money' },
  IN_PROGRESS: { since: 'moment' },
  VALUE_OVER_REMAINING: { remaining: 'money' },
  VALUE_NOT_ITEMS: { itemsValue: 'money' },
  VALUE_LEAVES_REMAINDER: { remainder: 'money' },
  ITEM_AMBIGUOUS: { itemIndexes: 'lines' },
  RETURN_TRIGGERS_REFUND: { amount: 'money' },
  VALUE_OVER_REFUNDABLE: { refundable: 'money' },
  XML_ITEMS_UNCLEAR: { skus: 'list' },
  DELIVERED_ALREADY: { deliveredDate: 'moment' },
  DELIVERED_BEFORE_DISPATCH: { dispatchedDate: 'moment' },
  TRACKING_RETURNED: { at: 'moment' },
  TRACKING_LOST: { at: 'moment' },
  TRACKING_ATTEMPT_FAILED: { at: 'moment' },
  TRACKING_PICKUP: { until: 'moment', at: 'moment' },
  OMS_FORBIDDEN: { roles: 'list' },
  OMS_OUTCOME_UNKNOWN: { sentAt: 'moment', retryAt: 'moment' },
}

export interface FactContext {
  language: string
  timeZone: string
  now: number
  currency?: MoneyCurrency
  /** VTEX's word for a status of the order. */
  wordForStatus: (status: string) => string
  /** The panel's word for a field of the contract; without it the field's own name. */
  wordForField?: (field: string) => string
}

/** A list arrives as a JSON list or as text parted by commas. */
export function readList(value: string): string[] {
  if (value.startsWith('[')) {
    try {
      const parsed: unknown = JSON.parse(value)
      if (Array.isArray(parsed)) return parsed.map(String)
    } catch (error) {
      return [value]
    }
  }
  return value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
}

function read(kind: Kind | undefined, value: string, context: FactContext): string {
  if (kind === 'money') {
    const cents = Number(value)
    if (!Number.isSafeInteger(cents)) return value

    return context.currency
      ? formatMoney(cents, context.currency, context.language)
      : formatAmount(cents, context.language)
  }
  if (kind === 'moment') return formatMoment(value, context) || value
  if (kind === 'list') {
    const list = readList(value)

    return list.length > 0 ? formatList(list, context.language) : 'none'
  }
  if (kind === 'fields') {
    return formatList(readList(value).map(context.wordForField || String), context.language)
  }
  if (kind === 'lines') {
    // A person counts lines from one; the service counts positions from zero.
    return formatList(
      readList(value).map((index) => String(Number(index) + 1)),
      context.language
    )
  }
  if (kind === 'status') return context.wordForStatus(value)
  return value
}

/** The values for the sentence of a problem: each fact as words. What the sentence needs and nobody knows reads "none". */
export function factValues(problem: ProblemLike, context: FactContext): Record<string, string> {
  const values: Record<string, string> = {
    code: problem.code,
    message: problem.message,
    severity: problem.severity,
    line: 'none',
    status: 'none',
    // A query that VTEX forbids cannot say which right it took.
    right: 'none',
    roles: 'none',
    invoiceNumbers: 'none',
    id: 'none',
    itemIndex: 'none',
    reason: 'none',
    nature: 'none',
    type: 'none',
    format: 'none',
  }
  for (const fact of problem.facts) {
    const text = read((kinds[problem.code] || {})[fact.name], fact.value, context)
    // The star marks the active part of a remedy: a fact must not look like one.
    values[fact.name] = text.replace(/\*/g, '∗')
  }
  if (values.id === 'none' && values.itemIndex !== 'none')
    values.id = `#${Number(values.itemIndex) + 1}`
  if (problem.code === 'XML_DISAGREES') Object.assign(values, readDisagreement(problem, context))
  return values
}

/** What disagrees is named by the field: a value is money, a date is a moment, the rest is text. */
function readDisagreement(problem: ProblemLike, context: FactContext): Record<string, string> {
  const field = problem.field[problem.field.length - 1]
  const kind: Kind | undefined =
    field === 'invoiceValue' ? 'money' : field === 'issuanceDate' ? 'moment' : undefined
  const values: Record<string, string> = {}
  for (const { name, value } of problem.facts)
    values[name] = read(kind, value, context).replace(/\*/g, '∗')
  return values
}

export function factOf(problem: Pick<ProblemLike, 'facts'>, name: string): string | null {
  const found = problem.facts.find((fact) => fact.name === name)
  return found ? found.value : null
}
