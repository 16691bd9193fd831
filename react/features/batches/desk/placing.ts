import { stops } from '../files/faults'
import type { Draft } from '../files/gather'
import type { Sheet } from '../files/sheet'
import { IN_VTEX_FORM } from './matching'
import type { PlacedRow } from './messages'
import { placeOf } from './shown'

/**
 * Which row of this file each row of a batch was made of: by the place that it was given, held against order and number.
 * A row that cannot be sent as it stands in the file was mended before it went, and says nothing by itself. Null where
 * the file is another one.
 */
export function placedDrafts(
  rows: readonly PlacedRow[],
  drafts: readonly Draft[],
  sheet: Sheet
): Draft[] | null {
  const byPlace = new Map<string, Draft[]>()
  const placed: Draft[] = []
  let alike = 0

  drafts.forEach((draft) => {
    const place = placeOf(sheet, draft.rows[0])

    byPlace.set(place, [...(byPlace.get(place) || []), draft])
  })
  for (const row of rows) {
    const here = byPlace.get(row.label || '') || []
    const at = here.findIndex((draft) => likeness(draft, row) !== 'OTHER')

    if (at < 0) return null
    if (likeness(here[at], row) === 'SAME') alike += 1
    ;[placed[row.row]] = here.splice(at, 1)
  }

  return alike > 0 ? placed : null
}

function likeness(draft: Draft, { orderId, invoiceNumber }: PlacedRow): 'SAME' | 'OTHER' | 'OPEN' {
  const [named] = draft.references
  const number = draft.values.invoiceNumber

  if (draft.faults.some(stops)) return 'OPEN'
  if (named !== undefined && IN_VTEX_FORM.test(named)) {
    return named.toUpperCase() === orderId.toUpperCase() ? 'SAME' : 'OTHER'
  }
  if (number === undefined || invoiceNumber === null) return 'OPEN'

  return bare(String(number)) === bare(invoiceNumber) ? 'SAME' : 'OTHER'
}

/** Without grouping and zeros in front, which the service cleans. */
const bare = (number: string) =>
  number
    .replace(/[^0-9A-Za-z]/g, '')
    .replace(/^0+/, '')
    .toUpperCase()
