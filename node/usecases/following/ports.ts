import type { FollowedOrder } from '../../domain/following/followed'
import type { NewsEvent } from '../../domain/following/news'

// Every method may throw a domain Fault, unless it says otherwise.

/** Where a followed order lies: before which of its looks (LOOKS_AFTER_MS), under a name that bears its first moment. */
export interface FollowedPlace {
  readonly look: number
  readonly id: string
}

/**
 * Followed orders, a file each under a name that is never used again: what is moved is written at its new place before
 * it is removed from the old one, so it is there twice for a moment and never nowhere.
 */
export interface FollowedPort {
  /** Resolves once it is durable; fails soon rather than late, for a caller waits. */
  put(place: FollowedPlace, followed: FollowedOrder): Promise<void>
  /** Oldest first; some hundred at most. */
  list(look: number): Promise<readonly FollowedPlace[]>
  /** Null where it is gone: somebody else has looked. */
  read(place: FollowedPlace): Promise<FollowedOrder | null>
  remove(place: FollowedPlace): Promise<void>
}

/** Events for other apps. */
export interface NewsPort {
  send(event: NewsEvent): Promise<void>
}

/** What a call that writes an order needs to have it followed. */
export interface Following {
  readonly followed: FollowedPort
  readonly news: NewsPort
  /**
   * Calls a handler to look at what is due. WRITTEN: once a minute, and not for the first order that a process writes, of
   * which nothing can be due. LOOKED: once a minute. MORE: at once, for more is known to be due. It may come late, more
   * than once, or never. Never fails.
   */
  readonly nudge: (why: 'WRITTEN' | 'LOOKED' | 'MORE') => Promise<void>
}
