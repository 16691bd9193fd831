import { randomUUID } from 'node:crypto'
import { pacedOrders } from '../usecases/batch/pacedOrders'
import type { ClaimsPort, Clock, Log, Ports } from '../usecases/ports'
import { systemClock } from './adapters/clock'
import { logOf } from './adapters/log'
import { rowBudget } from './budget'
import type { OwnContext } from './context'
import { ownActor, ownPacing } from './ownPacing'
import { portsFor } from './ports'
import { ClaimsStore } from './stores/claims'
import { LedgerStore } from './stores/ledger'

/** What handlers of events reach that work on orders: nobody waits for them, and no person's token is there. */
export interface OwnPacedPorts {
  readonly claims: ClaimsPort
  readonly clock: Clock
  readonly log: Log
  /** Resolves when the next order may be read in OMS; at once with false where that is after `until`. */
  readonly turn: (until: number) => Promise<boolean>
  /** For one order, on the app's own token, at the pace that all share; the activity names `by`. */
  readonly portsOf: (by: string) => Ports
}

/** @param withinMs what one order may take; left out: as a row of a batch */
export function ownPacedPorts(ctx: OwnContext, withinMs = Infinity): OwnPacedPorts {
  const { files } = ctx.clients
  const clock = systemClock
  const log = logOf(ctx.vtex)
  const portsOf = (actor: string): Ports =>
    portsFor(ctx, ownActor(ctx.vtex.authToken, actor), rowBudget(clock, clock.now() + withinMs))
  const ledger = new LedgerStore({ files, sleep: (ms) => clock.sleep(ms) })
  const { settings, slots } = ownPacing(ctx, { clock, log, ledger }, () => portsOf('').settings)
  return {
    clock,
    log,
    claims: new ClaimsStore({ files, clock, log, newId: randomUUID }),
    turn: (until) => slots.next(until),
    portsOf: (actor) => {
      const all = portsOf(actor)
      return { ...all, settings, orders: pacedOrders(all.orders, slots, all.answerBy) }
    },
  }
}
