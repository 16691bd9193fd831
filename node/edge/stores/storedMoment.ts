import { z } from 'zod'
import { parseInstant, type Instant } from '../../domain/values/instant'

/** A moment as a file has it. */
export const storedMoment = z.string().transform((text, ctx): Instant => {
  const read = parseInstant(text)
  if (read !== null) return read
  ctx.addIssue('no moment')
  return z.NEVER
})
