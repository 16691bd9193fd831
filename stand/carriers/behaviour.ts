import { z } from 'zod'
import { oftenness, onceUnlessByChance, Switches } from '../control/switches'

export const CARRIERS = ['correios', 'ssw', 'total-express', 'jadlog', 'braspress'] as const
export type CarrierName = (typeof CARRIERS)[number]

const carrier = z.enum(CARRIERS)

const fault = z
  .strictObject({
    carrier,
    /**
     * away: 503 and a page. html: 200 and a login page. empty: 200 and nothing. tooFast: 429. refused: 401. error: 200 with
     * the carrier's own error inside. slow: the answer after `slowMs`. reset: a broken line.
     */
    kind: z.enum(['away', 'html', 'empty', 'tooFast', 'refused', 'error', 'slow', 'reset']),
    ...oftenness,
    slowMs: z.int().positive().max(600_000).optional(),
    retryAfterSeconds: z.int().positive().optional(),
  })
  .transform(onceUnlessByChance)

const scan = z.strictObject({
  /** In the carrier's own codes; for Correios code and type, as BDE/01. */
  code: z.string(),
  words: z.string(),
  /** By the carrier's clock, without an offset: 2026-11-09T13:52:00. */
  at: z.string(),
  city: z.string().optional(),
  region: z.string().optional(),
})

const parcel = z.strictObject({
  carrier,
  trackingNumber: z.string().optional(),
  invoiceKey: z.string().optional(),
  invoiceNumber: z.string().optional(),
  series: z.string().optional(),
  scans: z.array(scan),
})

const behaviour = z.strictObject({
  /** Of the dice for `probability`. */
  seed: z.int().nonnegative(),
  faults: z.array(fault),
  /** What the carriers know. */
  parcels: z.array(parcel),
})

export type CarrierFault = z.infer<typeof fault>
export type KnownParcel = z.infer<typeof parcel>
export type Scan = z.infer<typeof scan>

export class CarrierSwitches extends Switches<CarrierFault, z.infer<typeof behaviour>> {
  constructor() {
    super(behaviour, { seed: 1, faults: [], parcels: [] })
  }

  faultOf(name: CarrierName): CarrierFault | null {
    return this.useUp(({ carrier: of }) => of === name)
  }

  parcelsOf(name: CarrierName): readonly KnownParcel[] {
    return this.get().parcels.filter(({ carrier: of }) => of === name)
  }
}
