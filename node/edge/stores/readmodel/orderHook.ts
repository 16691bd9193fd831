import { z } from 'zod'
import { Fault } from '../../../domain/problem/fault'
import { NO_HOOK, type OrderHook } from '../../../domain/readmodel/orderHook'
import type { OrderHookPort } from '../../../usecases/readmodel/orderHook'
import { orUnseen, readSurely } from '../creating'
import { changeSeeded, type SeededParts } from '../seeded'
import { storedMoment } from '../storedMoment'

const PATH = 'order-hook.json'
const OPERATION = 'OrderHook'

const stored = z.object({
  key: z.object({ appKey: z.string(), appToken: z.string() }).nullable(),
  secrets: z.array(z.object({ kind: z.literal('HASH'), salt: z.string(), hash: z.string() })),
  verdict: z.enum(['UNCONFIRMED', 'STANDS', 'GONE', 'TAKEN', 'REFUSED']),
  isLeaving: z.boolean(),
  since: storedMoment.nullable(),
  heardAt: storedMoment.nullable(),
  checkedAt: storedMoment.nullable(),
  takenBy: z.string().nullable(),
})

/** The hook of orders, with the store's key while it stands: one small file under If-Match. */
export class OrderHookStore implements OrderHookPort {
  constructor(private readonly parts: SeededParts) {}

  async read(): Promise<OrderHook> {
    const file = await readSurely(this.parts.files, PATH, OPERATION)
    return file ? hookIn(file.data) : NO_HOOK
  }

  async change(change: (newest: OrderHook) => OrderHook): Promise<OrderHook> {
    const changed: { to: OrderHook } = { to: NO_HOOK }
    const saving = changeSeeded(this.parts, PATH, NO_HOOK, (newest) => {
      const before = hookIn(newest)
      changed.to = change(before)
      return changed.to === before ? null : changed.to
    })
    await orUnseen(OPERATION, saving)
    return changed.to
  }
}

/** @errors Fault unreadable: taken for none, a hook would stand in VTEX that nobody takes down */
function hookIn(data: unknown): OrderHook {
  const { success, data: hook } = stored.safeParse(data)
  if (success) return hook
  throw new Fault({ kind: 'unreadable', upstream: 'VBASE', operation: OPERATION })
}
