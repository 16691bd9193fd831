import { noMoment } from '../../domain/problem/moments'
import { QueryRefused } from '../../domain/problem/problems'
import { parseInstant, type Instant } from '../../domain/values/instant'

/** @errors QueryRefused for what is no moment */
export function readDate(value: unknown, field: string): Instant | null {
  if (value === null || value === undefined) return null
  const moment = parseInstant(value)
  if (moment === null) throw new QueryRefused(noMoment(value, [field]))
  return moment
}
