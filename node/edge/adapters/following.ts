import { isFault } from '../../domain/problem/fault'
import type { Following } from '../../usecases/following/ports'
import type { Log } from '../../usecases/ports'
import type { FileStore } from '../clients/fileStore'
import { isDueIn } from '../isDue'
import { FollowedStore } from '../stores/followed'
import { sendOwnEvent, type EventSender } from './ownEvents'

/** Key of the event that calls a handler to look at followed orders. */
const EVENT_KEY = 'invoice-tracking.followed'
/** Handlers look as often as this where anything is going on, a process each. */
const NUDGED_EVERY_MS = 60_000

export interface FollowingParts {
  readonly events: EventSender
  readonly files: FileStore
  readonly log: Log
  /** A process serves several. */
  readonly tenant: string
}

/** Followed orders, the events that other apps hear, and the nudge that has them looked at. */
export function followingOf({ events, files, log, tenant }: FollowingParts): Following {
  const isDue = isDueIn(tenant)
  return {
    followed: new FollowedStore(files),
    // The kind is the key that others listen to.
    news: { send: ({ kind, ...told }) => sendOwnEvent(events, kind, told) },
    nudge: async (why) => {
      const isNow =
        why === 'MORE' || isDue('look at followed orders', NUDGED_EVERY_MS, why === 'LOOKED')
      if (!isNow) return
      try {
        await sendOwnEvent(events, EVENT_KEY, {})
      } catch (error) {
        if (!isFault(error)) throw error
        log.warn({ flow: 'Following', detail: `event not sent: ${error.message}` })
      }
    },
  }
}
