import type { Problem } from '../../shared/order/orderTypes'
import type { OpenLine } from './invoiceDraft'

/** Where on the form a problem stands. */
export type Place =
  | 'document'
  | 'invoiceNumber'
  | 'issuanceDate'
  | 'invoiceValue'
  | 'covers'
  | 'trackingNumber'
  | 'courier'
  | 'trackingUrl'
  | 'dispatchedDate'
  | 'invoiceKey'
  | 'invoiceUrl'
  | 'whole'
  | string

const FIELDS = new Set([
  'invoiceNumber',
  'issuanceDate',
  'invoiceValue',
  'trackingNumber',
  'courier',
  'trackingUrl',
  'dispatchedDate',
  'invoiceKey',
  'invoiceUrl',
])

export function linePlace(itemIndex: number): Place {
  return `line-${itemIndex}`
}

/** The field at which a problem stands, by its path into the arguments. */
export function placeOf(problem: Pick<Problem, 'field'>, sent: readonly OpenLine[]): Place {
  const path = problem.field[0] === 'invoice' ? problem.field.slice(1) : problem.field
  const [name, position] = path

  if (!name) return 'whole'
  if (name === 'embeddedInvoice') return 'document'
  if (FIELDS.has(name)) return name
  if (name !== 'items') return 'whole'
  const line = position === undefined ? undefined : sent[Number(position)]

  return line ? linePlace(line.itemIndex) : 'covers'
}

/** Places in the order in which the eye meets them: focus goes to the first with a problem. */
export function readingOrder(lines: readonly OpenLine[]): Place[] {
  return [
    'document',
    'invoiceNumber',
    'issuanceDate',
    'invoiceValue',
    'covers',
    ...lines.map((line) => linePlace(line.itemIndex)),
    'trackingNumber',
    'courier',
    'trackingUrl',
    'dispatchedDate',
    'invoiceKey',
    'invoiceUrl',
    'whole',
  ]
}

const REQUIRED = new Set(['INVOICE_NUMBER_REQUIRED', 'ITEMS_EMPTY', 'TRACKING_EMPTY'])

interface Visited {
  /** The person has tried to send. */
  tried: boolean
  /** Where the person has been. */
  touched: ReadonlySet<Place>
  /** What is filled by now; an answer from before does not know it. */
  filled: ReadonlySet<Place>
}

/** Required fields speak only once the person has tried to send or has been there, and not once they are filled. */
export function isSilent(
  problem: Pick<Problem, 'code' | 'field'>,
  place: Place,
  { tried, touched, filled }: Visited
): boolean {
  return REQUIRED.has(problem.code) && (filled.has(place) || (!tried && !touched.has(place)))
}

export interface PlacedProblem {
  problem: Problem
  place: Place
}

/** Problems with their places, first place first; errors before warnings at one place. */
export function placeProblems(
  problems: readonly Problem[],
  sent: readonly OpenLine[],
  lines: readonly OpenLine[]
): PlacedProblem[] {
  const order = readingOrder(lines)
  const rank = (placed: PlacedProblem) => {
    const at = order.indexOf(placed.place)

    return (at < 0 ? order.length : at) * 2 + (placed.problem.severity === 'WARNING' ? 1 : 0)
  }

  return problems
    .map((problem) => ({ problem, place: placeOf(problem, sent) }))
    .sort((one, other) => rank(one) - rank(other))
}
