/** What the overview's tiles would have shown yesterday, by what the documents tell of their past. */
import type { OrderDocument } from '../../node/domain/readmodel/orderDocument'
import { TILES, type TallyState, type Tile } from '../../node/domain/overview/tallyState'
import { startOf } from '../../node/domain/overview/days'
import { dayIn } from '../../node/domain/parcel/localMoment'
import { instantAt } from '../../node/domain/values/instant'

/** Of a season's orders somebody begins with half within this time; no document tells when. */
const BEGUN_AFTER_MS = 5 * 3_600_000
const LAST_COUNT_BEFORE_MIDNIGHT_MS = 10 * 60_000

/** @shape the last count of yesterday, as a handler would have stored it */
export function tilesOfLastEvening(
  documents: readonly OrderDocument[],
  zone: string,
  nowMs: number
): NonNullable<TallyState['tilesBefore']> {
  const at = instantAt(startOf(dayIn(nowMs, zone), zone) - LAST_COUNT_BEFORE_MIDNIGHT_MS)
  const tiles = documents.flatMap((one) => tilesAt(one, at))
  const counts = Object.fromEntries(
    TILES.map((tile) => [tile, tiles.filter((one) => one === tile).length])
  ) as Record<Tile, number>
  return { at, counts }
}

function tilesAt(document: OrderDocument, at: string): readonly Tile[] {
  const { created, delivered, stage, promise, reason } = document
  const wasDone = stage === 'CANCELED' || isBy(delivered, at)
  if (created > at || wasDone) return []
  const isLate = isBy(promise, at)
  return [
    waitingAt(document, at),
    ...(isLate ? (['LATE'] as const) : []),
    ...(isLate || reason !== null ? (['ATTENTION'] as const) : []),
  ]
}

function waitingAt({ created, invoiced, shipped }: OrderDocument, at: string): Tile {
  if (isBy(shipped, at)) return 'IN_TRANSIT'
  if (isBy(invoiced, at)) return 'TO_SHIP'
  return Date.parse(at) - Date.parse(created) < BEGUN_AFTER_MS ? 'TO_HANDLE' : 'TO_INVOICE'
}

/** Moments of documents are UTC and compare as texts. */
function isBy(moment: string | null, at: string): boolean {
  return moment !== null && moment <= at
}
