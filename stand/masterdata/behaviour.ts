import { z } from 'zod'
import { oftenness, onceUnlessByChance, Switches } from '../control/switches'

/** Time that `slow` and `staleOrder` take when the fault does not say. */
export const SLOW_MS = 5_000

export const OPERATIONS = [
  'readDocument',
  'writeDocument',
  'deleteDocument',
  'search',
  'scroll',
  'readSchema',
  'writeSchema',
  'aggregate',
  'deleteInBulk',
] as const
export type Operation = (typeof OPERATIONS)[number]

const FAILURES = [
  'status429',
  'status500',
  'status503',
  'html408',
  'status504',
  'reset',
  'timeout',
] as const
const VIEWS: readonly string[] = ['empty', 'unsorted']
const INDEXINGS: readonly string[] = ['lost', 'staleOrder']
const WAITS: readonly string[] = ['slow', 'staleOrder']

const fault = z
  .strictObject({
    operation: z.enum(OPERATIONS),
    kind: z.enum([...FAILURES, 'slow', 'empty', 'unsorted', 'lost', 'staleOrder']),
    ...oftenness,
    /** `slow` and `staleOrder` only. */
    slowMs: z.int().positive().max(86_400_000).optional(),
    /** `status429` only; left out, the answer has no Retry-After. */
    retryAfterSeconds: z.int().positive().optional(),
    /** The call takes effect first; what follows is about its answer. */
    afterCommit: z.boolean().default(false),
  })
  .refine(
    ({ kind, operation }) => !VIEWS.includes(kind) || ['search', 'scroll'].includes(operation),
    {
      path: ['kind'],
      message: `${VIEWS.join(' and ')} are about search and scroll`,
    }
  )
  .refine(
    ({ kind, operation }) =>
      !INDEXINGS.includes(kind) || ['writeDocument', 'deleteDocument'].includes(operation),
    { path: ['kind'], message: `${INDEXINGS.join(' and ')} are about writes of documents` }
  )
  .refine(({ kind, slowMs }) => slowMs === undefined || WAITS.includes(kind), {
    path: ['slowMs'],
    message: `goes with ${WAITS.join(' and ')}`,
  })
  .refine(
    ({ kind, retryAfterSeconds }) => retryAfterSeconds === undefined || kind === 'status429',
    {
      path: ['retryAfterSeconds'],
      message: 'goes with status429',
    }
  )
  .refine(({ kind, afterCommit }) => !afterCommit || ![...VIEWS, ...INDEXINGS].includes(kind), {
    path: ['afterCommit'],
    message: `says nothing of ${[...VIEWS, ...INDEXINGS].join(', ')}`,
  })
  .transform(onceUnlessByChance)

const ms = z.int().nonnegative().max(86_400_000)

const behaviour = z.strictObject({
  latencyMs: z.int().nonnegative().max(60_000),
  /** From a write to what searches see. */
  indexLagMs: z.union([ms, z.literal('never')]),
  /** The same in an entity with a schema of `v-immediate-indexing`; null: as any other. */
  immediateLagMs: ms.nullable(),
  /** Of one document after its entity's schemas changed. */
  revalidationMs: z.number().nonnegative().max(60_000),
  /** Answer to PUT and PATCH whose `_where` does not hold. */
  falseCondition: z.union([z.literal(304), z.literal(204), z.literal(400), z.literal(412)]),
  /** `_where` on a document that is not there. */
  absentWithCondition: z.enum(['writes', 'refuses']),
  /** Whether `<>` finds documents without the field. */
  absentIsUnequal: z.boolean(),
  /** `<=` and `>=`. */
  orEqual: z.enum(['refused', 'taken']),
  /** Answer to a write that changes nothing. */
  unchanged: z.union([z.literal(204), z.literal(304)]),
  /** GET of a document that is not there; 200 has no body. */
  missingDocument: z.union([z.literal(200), z.literal(204), z.literal(404)]),
  missingDeletion: z.union([z.literal(204), z.literal(404)]),
  /** 202: the document is there `postDelayMs` later. */
  postAnswer: z.union([z.literal(201), z.literal(202)]),
  postDelayMs: ms,
  /** POST of an id that is stored. */
  postStored: z.enum(['replaces', 'refused']),
  /** PUT without an id in its path. */
  putWithoutId: z.union([z.literal(200), z.literal(201)]),
  /** Folded: ids that differ in case are one document, and a row each in the index. */
  idCase: z.enum(['folded', 'apart']),
  /** How long GET of a document may be old where a schema lets it (`v-cache`). */
  cacheMs: ms,
  /** A range or `_size` above what there may be. */
  overMost: z.enum(['refused', 'cut']),
  /** A range beyond the first 10,000. */
  beyondReach: z.union([z.literal(400), z.literal(500)]),
  /** Where documents without the field stand in a sorted search. */
  absentSorts: z.enum(['last', 'first']),
  /** Which pages of a scroll name token and total. */
  scrollHeaders: z.enum(['first', 'each']),
  /** Above it searches by a part of a value block the endpoint for `wildcardBlockMs`. */
  wildcardsPerMinute: z.int().nonnegative(),
  wildcardBlockMs: ms,
  aggregations: z.union([z.literal('ok'), z.literal(400), z.literal(403), z.literal(404)]),
  /** Groups that `_type=count` answers at most; null: all. */
  groupsMost: z.int().positive().nullable(),
  /** Whose token may delete in bulk. */
  bulkDeletionBy: z.enum(['people', 'anybody']),
  bulkDeletionMs: ms,
  /** A job that failed has deleted half of what it found. */
  bulkDeletionEnd: z.enum(['Success', 'Failed']),
  /** How long a job keeps the next one of its entity away. */
  bulkDeletionLock: z.enum(['twelveHours', 'whileItRuns']),
  /** 0: no limit. */
  ratePerMinute: z.int().nonnegative(),
  /** Of the answer above `ratePerMinute`. */
  retryAfter: z.enum(['absent', 'seconds']),
  /** Of the dice: order without `_sort`, ids, `probability`. */
  seed: z.int().nonnegative(),
  faults: z.array(fault),
})

export type MasterDataFault = z.infer<typeof fault>
export type MasterDataBehaviour = z.infer<typeof behaviour>

// Numbers without a source: lags, wildcards, how long jobs take. 3.6 ms is an hour for a million (masterdata §1.2).
const AS_AT_START: MasterDataBehaviour = {
  latencyMs: 0,
  indexLagMs: 1_500,
  immediateLagMs: null,
  revalidationMs: 3.6,
  falseCondition: 304,
  absentWithCondition: 'writes',
  absentIsUnequal: true,
  orEqual: 'refused',
  unchanged: 204,
  missingDocument: 200,
  missingDeletion: 204,
  postAnswer: 201,
  postDelayMs: 1_000,
  postStored: 'replaces',
  putWithoutId: 200,
  idCase: 'folded',
  cacheMs: 60_000,
  overMost: 'refused',
  beyondReach: 400,
  absentSorts: 'last',
  scrollHeaders: 'first',
  wildcardsPerMinute: 10,
  wildcardBlockMs: 60_000,
  aggregations: 'ok',
  groupsMost: null,
  bulkDeletionBy: 'people',
  bulkDeletionMs: 5_000,
  bulkDeletionEnd: 'Success',
  bulkDeletionLock: 'twelveHours',
  ratePerMinute: 0,
  retryAfter: 'absent',
  seed: 1,
  faults: [],
}

export class MasterDataSwitches extends Switches<MasterDataFault, MasterDataBehaviour> {
  constructor() {
    super(behaviour, AS_AT_START)
  }

  /** The fault that meets this call, used up by it. */
  take(operation: Operation): MasterDataFault | null {
    return this.useUp((fault) => fault.operation === operation)
  }

  /** @shape -> [0, 1) */
  readonly throw = (): number => this.throwDice()
}
