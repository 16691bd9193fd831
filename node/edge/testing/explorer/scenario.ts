import type { Order } from '../../../domain/order/order'
import type { OutgoingInvoice } from '../../../domain/package/outgoing'
import { AT_ONCE } from './operation'
import type { Call } from './calls'
import type { Answer, ExploredWorld, Manners } from './world'

/** What a caller does, one after the other. */
export type Act = (world: ExploredWorld, caller: string) => Promise<void>

export interface Script {
  /** One letter, as the schedule names it. */
  readonly caller: string
  readonly acts: readonly Act[]
}

/** How the world around the callers behaves; what is left out is as quick and as exact as can be. */
export interface Setting {
  /** When each caller begins; absent: at once. */
  readonly startsMs?: Readonly<Record<string, number>>
  readonly applyDelayMs?: number
  readonly vbaseLatencyMs?: number
  readonly omsLatencyMs?: number
  readonly namesEtags?: boolean
  readonly isStale?: boolean
  readonly keepsMilliseconds?: boolean
}

/** A small plot: callers, the settings it is played in, and who looks afterwards. */
export interface Scenario {
  readonly name: string
  /** Rows of the faults that a search found, by which it is known (docs/decisions). */
  readonly rows: readonly number[]
  readonly orders: () => readonly Order[]
  readonly settings: readonly Setting[]
  readonly scripts: readonly Script[]
  /** Written before anybody calls. */
  readonly prepare?: (world: ExploredWorld) => void
  /** What somebody calls once everything has had its time. */
  readonly later: readonly Call[]
  readonly laterAfterMs?: number
  /** What these answers must be, besides clear. */
  readonly endsWith?: (answers: readonly Answer[], world: ExploredWorld) => string | null
  /** Only what its order of calls shows: no anomalies are tried. */
  readonly isCalm?: true
  /** Its runs are long: the short form plays each setting once. */
  readonly isHeavy?: true
}

export function sends(call: Call): Act {
  return (world, caller) => world.send(caller, call)
}

export function waits(milliseconds: number): Act {
  return (world) => world.scheduler.sleep(milliseconds)
}

/** An ERP posts straight to OMS. */
export function posts(orderId: string, body: OutgoingInvoice): Act {
  return async ({ oms, scheduler }, caller) => {
    const { invoiceNumber } = body
    const send = {
      caller,
      orderId,
      body,
      invoiceNumber,
      deed: 'NOTIFY_INVOICE' as const,
      atMs: scheduler.now(),
      committedMs: scheduler.now(),
    }
    await scheduler.call<void>({
      caller,
      label: `oms POST ${invoiceNumber} ${body.invoiceValue} by itself`,
      resource: `order ${orderId}`,
      writes: true,
      ways: [AT_ONCE],
      effect: async () => {
        // What OMS does not take from it is the ERP's own affair.
        const isTaken = await oms.oms.notifyInvoice(orderId, body).then(
          () => true,
          () => false
        )
        if (isTaken) oms.sends.push(send)
      },
    })
  }
}

export function mannersOf(setting: Setting): Manners {
  return {
    vbase: {
      latencyMs: setting.vbaseLatencyMs ?? 0,
      namesEtags: setting.namesEtags ?? false,
      isStale: setting.isStale ?? false,
    },
    oms: {
      latencyMs: setting.omsLatencyMs ?? 0,
      applyDelayMs: setting.applyDelayMs ?? 0,
      keepsMilliseconds: setting.keepsMilliseconds ?? true,
    },
  }
}
