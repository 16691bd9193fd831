import type { Clock } from '../clock'
import type { OmsDouble } from './index'

/**
 * The double runs no timers: what is promised happens when it is asked. Where somebody is to hear of it as it happens, it is
 * asked when its next promise is due, although nobody calls.
 */
export class WakeUps {
  private wakesAt: number | null = null

  constructor(
    private readonly isWanted: () => boolean,
    private readonly clock: Pick<Clock, 'now' | 'sleep'>
  ) {}

  keepUpWith(oms: Pick<OmsDouble, 'nextDue' | 'catchUp'>): void {
    const due = this.isWanted() ? oms.nextDue() : null
    if (due === null || (this.wakesAt !== null && this.wakesAt <= due)) return
    this.wakesAt = due
    void this.clock.sleep(due - this.clock.now()).then(() => {
      // Somebody else wakes sooner.
      if (this.wakesAt !== due) return
      this.wakesAt = null
      oms.catchUp()
      this.keepUpWith(oms)
    })
  }
}
