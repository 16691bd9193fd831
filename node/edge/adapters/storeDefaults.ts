import { LRUCache } from '@vtex/api'
import { isFault } from '../../domain/fault'
import { NO_DEFAULTS, type StoreDefaults } from '../../oms/decodeOrder'
import type { Clock, Log } from '../../usecases/ports'

/** Currency and zone of a trade policy change about never. */
const AGE_MS = 60 * 60_000
/** After a failure: a page of old orders asks once, not once a row. */
const AGE_OF_FAILURE_MS = 60_000
const MOST_CHANNELS = 500
/** Every account has it, and it is the one a store begins with. */
const MAIN_CHANNEL = '1'

interface KnownChannel {
  readonly defaults: Promise<StoreDefaults | null>
  /** Epoch milliseconds. */
  until: number
}

export type ChannelMemory = Pick<LRUCache<string, KnownChannel>, 'get' | 'set'>

/** The process serves several accounts: every key begins with account and workspace. */
const memoryOfProcess: ChannelMemory = new LRUCache<string, KnownChannel>({ max: MOST_CHANNELS })

export interface StoreDefaultsParts {
  readonly tenant: string
  readonly find: (salesChannel: string) => Promise<StoreDefaults | null>
  readonly clock: Pick<Clock, 'now'>
  readonly log: Pick<Log, 'warn'>
  readonly memory?: ChannelMemory
}

/**
 * Currency and zone for an order that names none: those of its own trade policy, else of the account's first one. Never
 * fails: an order is shown without them too.
 */
export function storeDefaultsOf({
  tenant,
  find,
  clock,
  log,
  memory = memoryOfProcess,
}: StoreDefaultsParts): (salesChannel: string | null) => Promise<StoreDefaults> {
  const known = (salesChannel: string): Promise<StoreDefaults | null> => {
    const key = JSON.stringify([tenant, salesChannel])
    const kept = memory.get(key)
    if (kept && clock.now() < kept.until) return kept.defaults
    const channel: KnownChannel = { defaults: ask(), until: clock.now() + AGE_MS }
    memory.set(key, channel)
    return channel.defaults

    async function ask(): Promise<StoreDefaults | null> {
      try {
        return await find(salesChannel)
      } catch (error) {
        if (!isFault(error)) throw error
        log.warn({ flow: 'SalesChannel', detail: error.message })
        channel.until = clock.now() + AGE_OF_FAILURE_MS
        return null
      }
    }
  }
  return async (salesChannel) =>
    (salesChannel === null ? null : await known(salesChannel)) ??
    (await known(MAIN_CHANNEL)) ??
    NO_DEFAULTS
}
