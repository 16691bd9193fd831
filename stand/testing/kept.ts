import { createRequire } from 'node:module'
import type { Stand } from '../index'
import type { World } from '../world'

/** What a jest worker process keeps from one test file to the next; see `keepingEnvironment.ts`. */
export interface Kept {
  readonly playwright: typeof import('playwright-core')
  /** The stand with so many replicas, as the last file left it: it is set back before each test. */
  stand(replicas: number): Promise<Stand>
  /** What the app writes into VBase once in an account's life, by stand: its worker knows that it is there. */
  readonly prepared: Map<Stand, ReturnType<World['files']['everything']>>
}

interface Given {
  keptInWorker?: Kept
  hasTestFailed?: boolean
}

/** Undefined outside of jest. */
export const keptInWorker = (): Kept | undefined => (globalThis as Given).keptInWorker

/** Whether the running test has failed so far. */
export const hasFailed = (): boolean => (globalThis as Given).hasTestFailed === true

/** Read anew for each file it takes a second; outside of jest it is read once. */
export function playwright(): Kept['playwright'] {
  return keptInWorker()?.playwright ?? load('playwright-core')
}

const load = createRequire(__filename) as (name: 'playwright-core') => Kept['playwright']
