import { z } from 'zod'
import type { OrderDocument } from '../../../domain/readmodel/orderDocument'
import type { ProblemCode } from '../../../domain/problem/problem'
import type { Stage } from '../../../domain/standing/stage'
import type { ParcelState } from '../../../domain/parcel/parcelState'
import { parseInstant, type Instant } from '../../../domain/values/instant'
import { storedMoment } from '../storedMoment'

const moment = z.unknown().transform((value): Instant | null => parseInstant(value))
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null)
const codeOf = <Code extends string>() =>
  z.custom<Code | null | undefined>().transform((value) => value ?? null)

const stored = z.object({
  orderId: z.string(),
  stage: z.custom<Stage>((value) => typeof value === 'string'),
  open: z.boolean(),
  reason: codeOf<ProblemCode>(),
  attention: z
    .array(z.custom<ProblemCode>((value) => typeof value === 'string'))
    .nullish()
    .transform((all) => all ?? []),
  promise: moment,
  created: storedMoment,
  authorized: moment,
  invoiced: moment,
  shipped: moment,
  lastEvent: moment,
  delivered: moment,
  closed: moment,
  carrier: text,
  marketplace: text,
  salesChannel: text,
  value: z.number(),
  currency: z.string(),
  parcelState: codeOf<ParcelState>(),
  readAt: storedMoment,
  refreshDue: storedMoment,
})

/** Every field of a document, as a search or a file is asked for them. */
export const DOCUMENT_FIELDS = Object.keys(stored.shape)

/** Null for what is no whole document: one that was noted and never read. */
export function documentIn(data: unknown): OrderDocument | null {
  return stored.safeParse(data).data ?? null
}
