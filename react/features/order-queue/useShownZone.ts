import { useRef } from 'react'
import { zonesOf } from './queueModel'
import { QueueRow } from './queueTypes'

export interface ShownZone {
  /** Null until the first rows have come. */
  timeZone: string | null
  isMixed: boolean
}

/** What the header says of the dates below it. Stays as it was while there are no rows: a queue that loads or is empty changes nothing. */
export function useShownZone(rows: QueueRow[], ofAccount: string): ShownZone {
  const shown = useRef<ShownZone>({ timeZone: null, isMixed: false })
  const zones = zonesOf(rows, ofAccount)
  if (zones.length > 0) shown.current = { timeZone: zones[0], isMixed: zones.length > 1 }
  return shown.current
}
