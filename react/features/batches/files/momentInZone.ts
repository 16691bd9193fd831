import { fromLocalInput } from '../../../shared/format/moment'

/** Offset that a zone has all through a day; null on the days on which clocks change. */
const offsets = new Map<string, string | null>()
const MOST_DAYS = 5000

/** fromLocalInput for columns of 100,000 dates: what a zone's offset is has to be asked once a day. */
export function momentInZone(local: string, zone: string): string | null {
  const day = local.slice(0, 10)
  const key = `${zone} ${day}`
  let offset = offsets.get(key)

  if (offset === undefined) {
    const [first, last] = ['00:00', '23:59'].map((time) => fromLocalInput(`${day}T${time}`, zone))

    if (first === null || last === null) return null
    offset = first.slice(19) === last.slice(19) ? first.slice(19) : null
    if (offsets.size >= MOST_DAYS) offsets.clear()
    offsets.set(key, offset)
  }
  if (offset === null) return fromLocalInput(local, zone)

  return local.slice(0, 19).padEnd(19, ':00') + offset
}
