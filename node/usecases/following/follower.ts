import { isUnsettled } from '../../domain/following/followed'
import { newsOf } from '../../domain/following/news'
import { standingIntents } from '../../domain/journal/intents'
import type { Order } from '../../domain/order/order'
import { isFault } from '../../domain/problem/fault'
import { buildLedger } from '../../domain/standing/ledger'
import { stageOf } from '../../domain/standing/stage'
import { momentId } from '../../domain/values/momentId'
import type { HeldClaim, Journal, Ports } from '../ports'
import type { Following, FollowedPlace } from './ports'
import { tellNews } from './tellNews'

/**
 * Has the order of one call followed: written down before anything goes out, so that what the call does is told to other
 * apps whoever dies, and given up once everything is shown and told. It fails no call and holds none up but for that one
 * file, which is written while the claim is read.
 */
export class Follower {
  private known: readonly string[] | null = null
  private marking: Promise<FollowedPlace | null> | null = null

  constructor(
    private readonly ports: Ports,
    private readonly orderId: string
  ) {}

  /** As the call decides on it: what it shows now is no news of this call. */
  sees(order: Order): void {
    this.known ??= newsOf(order).map(({ id }) => id)
  }

  /** The same claim, which is confirmed once the order is followed: every send stands behind that. */
  under(claim: HeldClaim): HeldClaim {
    const { following } = this.ports
    if (!following) return claim
    return {
      confirm: async () => {
        const [isHeld] = await Promise.all([claim.confirm(), this.mark(following)])
        return isHeld
      },
    }
  }

  /** When the call is over; nobody waits for it. */
  leave(order: Order | null, journal: Journal): void {
    const { following, log } = this.ports
    if (!following) return
    void following.nudge('WRITTEN')
    if (this.marking === null) return
    this.tell(following, order, journal).catch((error: unknown) => {
      const detail = isFault(error) ? error.message : 'failed'
      log.warn({ flow: 'Following', orderId: this.orderId, detail })
    })
  }

  private mark({ followed }: Following): Promise<unknown> {
    // What puts an older state back, before anything was decided, makes no news.
    if (this.known === null) return Promise.resolve()
    const { orderId, known } = this
    this.marking ??= this.put(followed, { orderId, known, found: [] })
    return this.marking
  }

  private async put(
    followed: Following['followed'],
    order: Parameters<Following['followed']['put']>[1]
  ): Promise<FollowedPlace | null> {
    const { clock, newId, log } = this.ports
    const place = { look: 0, id: momentId(clock.now(), newId()) }
    try {
      await followed.put(place, order)
      return place
    } catch (error) {
      if (!isFault(error)) throw error
      log.warn({ flow: 'Following', orderId: this.orderId, detail: error.message })
      return null
    }
  }

  private async tell(following: Following, order: Order | null, journal: Journal): Promise<void> {
    const { clock, log } = this.ports
    const { followed, news } = following
    const place = await this.marking
    // Whoever looks at it next knows how it ended.
    if (order === null) return
    const intents = standingIntents(journal, order, clock.now())
    const ledger = buildLedger(order, intents, journal.invoices)
    const telling = await tellNews(
      { news, clock, log },
      order,
      stageOf(order, ledger),
      this.known ?? []
    )
    if (place === null) return
    if (telling.isAll && !isUnsettled(order, ledger, journal)) await followed.remove(place)
    else if (telling.known.length > (this.known ?? []).length)
      await followed.put(place, { orderId: this.orderId, known: telling.known, found: [] })
  }
}
