import { z } from 'zod'

/** One handler of service.json: which events it is for. */
export interface Subscription {
  readonly handler: string
  /** `{vendor}.{app}`; null: any app's. */
  readonly sender: string | null
  readonly keys: readonly string[]
}

const names = z.array(z.string().min(1)).min(1)
/** `topics` is the newer name of `keys` (platform §4). */
const shape = z.record(
  z.string(),
  z
    .looseObject({
      sender: z.string().min(1).optional(),
      keys: names.optional(),
      topics: names.optional(),
    })
    .refine(({ keys, topics }) => keys || topics, { message: 'names neither topics nor keys' })
)

/** `events` of service.json. @errors where an entry names no key */
export function readSubscriptions(events: unknown): readonly Subscription[] {
  const read = shape.safeParse(events ?? {})
  if (!read.success) throw new Error(`service.json: events: ${z.prettifyError(read.error)}`)
  return Object.entries(read.data).map(([handler, { sender, keys = [], topics = [] }]) => ({
    handler,
    sender: sender ?? null,
    keys: [...topics, ...keys],
  }))
}

/** The handlers that an event goes to. */
export function handlersOf(
  subscriptions: readonly Subscription[],
  event: { readonly key: string; readonly sender: string }
): readonly string[] {
  return subscriptions
    .filter(({ sender, keys }) => [null, event.sender].includes(sender) && keys.includes(event.key))
    .map(({ handler }) => handler)
}
