import fc from 'fast-check'
import type { Death } from './mortal'

/** Of this app, through its use cases and behind its claims. */
const OURS = ['handle', 'invoice', 'track', 'scan', 'deliver', 'look'] as const
/** Of somebody else in OMS. */
const OTHERS = ['new', 'handled', 'invoiced', 'cancel', 'undone'] as const
/** Of a carrier, in OMS, of which no event tells. */
const CARRIERS = ['ship', 'moves', 'arrives', 'back'] as const

export type Deed =
  | {
      readonly by: 'us'
      readonly does: (typeof OURS)[number]
      readonly order: number
      readonly dies: Death | null
    }
  | { readonly by: 'others'; readonly does: (typeof OTHERS)[number]; readonly order: number }
  | { readonly by: 'carrier'; readonly does: (typeof CARRIERS)[number]; readonly order: number }
  | {
      readonly by: 'event'
      /** Which of those on their way comes now. */
      readonly which: number
      readonly comesAgain: boolean
      readonly dies: Death | null
    }
  | { readonly by: 'handler'; readonly dies: Death | null }
  | { readonly by: 'time'; readonly minutes: number }
  | { readonly by: 'OMS'; readonly fails: 'unavailable' | 'rateLimited' | 'unknown' }
  | { readonly by: 'restart' }

/** Some at once: who is first is up to their calls. */
export type Deeds = readonly Deed[]

/** Few of them have most of it, so that several meet on one. */
const order = fc.oneof(
  { weight: 2, arbitrary: fc.constant(1) },
  { weight: 1, arbitrary: fc.nat({ max: 7 }) }
)
const dies = fc.option(fc.record({ at: fc.integer({ min: 1, max: 40 }), after: fc.boolean() }), {
  freq: 4,
})

const one: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      by: fc.constant('us' as const),
      does: fc.constantFrom(...OURS),
      order,
      dies,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      by: fc.constant('others' as const),
      does: fc.constantFrom(...OTHERS),
      order,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      by: fc.constant('carrier' as const),
      does: fc.constantFrom(...CARRIERS),
      order,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      by: fc.constant('event' as const),
      which: fc.nat(),
      comesAgain: fc.boolean(),
      dies,
    }),
  },
  { weight: 4, arbitrary: fc.record({ by: fc.constant('handler' as const), dies }) },
  {
    weight: 3,
    arbitrary: fc.record({ by: fc.constant('time' as const), minutes: fc.nat({ max: 400 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      by: fc.constant('OMS' as const),
      fails: fc.constantFrom('unavailable' as const, 'rateLimited' as const, 'unknown' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ by: fc.constant('restart' as const) }) }
)

export const deeds: fc.Arbitrary<readonly Deeds[]> = fc.array(
  fc.array(one, { minLength: 1, maxLength: 3 }),
  { minLength: 10, maxLength: 40 }
)

/** How Master Data, the index, OMS and the way of events are in a run. */
export interface Weather {
  readonly seed: number
  /** Of Master Data's calls, before or after they take effect. */
  readonly failing: number
  /** Of the writes that its index should hear of. */
  readonly losing: number
  /** Of its searches: nothing is found, with 200. */
  readonly lying: number
  /** What a call of it takes at most. @unit milliseconds */
  readonly slowMs: number
  /** Of the events. */
  readonly lost: number
  readonly applyDelayMs: number
  readonly manners: {
    readonly absentWithCondition: 'writes' | 'refuses'
    readonly isRefusalTold: boolean
    readonly indexLagMs: number
  }
}

export const weather: fc.Arbitrary<Weather> = fc.record({
  seed: fc.integer({ min: 1 }),
  failing: fc.constantFrom(0, 0.05, 0.3),
  losing: fc.constantFrom(0, 0, 0.2),
  lying: fc.constantFrom(0, 0, 0.3),
  slowMs: fc.constantFrom(0, 20, 3_000),
  lost: fc.constantFrom(0, 0.3, 1),
  applyDelayMs: fc.constantFrom(0, 2_000, 60_000),
  manners: fc.record({
    absentWithCondition: fc.constantFrom('writes' as const, 'refuses' as const),
    isRefusalTold: fc.boolean(),
    indexLagMs: fc.constantFrom(0, 1_500, 30_000),
  }),
})
