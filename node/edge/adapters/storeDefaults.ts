import { isFault } from '../../domain/problem/fault'
import { NO_DEFAULTS, type StoreDefaults } from '../../oms/decodeOrder'
import type { Clock, Log } from '../../usecases/ports'
import { TimedMemory } from '../timedMemory'
import { systemClock } from './clock'

/** Currency and zone of a trade policy change about never. */
const BOUNDS = { ageMs: 60 * 60_000, most: 500 }
/** After a failure: a page of old orders asks once, not once a row. */
const AGE_OF_FAILURE_MS = 60_000
/** Every account has it, and it is the one a store begins with. */
export const MAIN_CHANNEL = '1'
const NOTHING = Promise.resolve(null)

/** Asked for, and perhaps not answered yet: rows of one page ask once. */
export const channelMemory = (clock: Pick<Clock, 'now'>) =>
  new TimedMemory<Promise<StoreDefaults | null>>(BOUNDS, clock)

const memoryOfProcess = channelMemory(systemClock)

export interface StoreDefaultsParts {
  readonly tenant: string
  readonly find: (salesChannel: string) => Promise<StoreDefaults | null>
  readonly log: Pick<Log, 'warn'>
  readonly memory?: typeof memoryOfProcess
}

/**
 * Currency and zone for an order that names none: those of its own trade policy, else of the account's first one. Never
 * fails: an order is shown without them too.
 */
export function storeDefaultsOf({
  tenant,
  find,
  log,
  memory = memoryOfProcess,
}: StoreDefaultsParts): (salesChannel: string | null) => Promise<StoreDefaults> {
  const known = (salesChannel: string): Promise<StoreDefaults | null> => {
    const key = JSON.stringify([tenant, salesChannel])
    const kept = memory.get(key)
    if (kept) return kept
    const asked = ask()
    memory.set(key, asked)
    return asked

    async function ask(): Promise<StoreDefaults | null> {
      try {
        return await find(salesChannel)
      } catch (error) {
        if (!isFault(error)) throw error
        log.warn({ flow: 'SalesChannel', detail: error.message })
        memory.set(key, NOTHING, AGE_OF_FAILURE_MS)
        return null
      }
    }
  }
  return async (salesChannel) =>
    (salesChannel === null ? null : await known(salesChannel)) ??
    (await known(MAIN_CHANNEL)) ??
    NO_DEFAULTS
}
