import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Stand } from '../index'
import type { World } from '../world'

/** Tests of what the service does wait less for its garbage; what a container's space costs is measured in bench/. @unit MB */
export const TEST_NEW_SPACE = 16

/** What a jest worker process keeps from one test file to the next; see `keepingEnvironment.ts`. */
export interface Kept {
  /** The stand with so many replicas, as the last file left it: it is set back before each test. */
  stand(replicas: number): Promise<Stand>
  /** What the app writes into VBase once in an account's life, by stand: its worker knows that it is there. */
  readonly prepared: Map<Stand, ReturnType<World['files']['everything']>>
  /** @errors where there is no Chromium, with what to do. */
  chromium(): Promise<Browser>
  /** Where a page finds what tests add to it; see `additions.ts`. @returns an origin */
  additions(): Promise<string>
  /** Of that Chromium, by language: nobody sits at them, and nothing of who sat there is left. */
  readonly emptyWindows: Map<string, BrowserWindow[]>
}

/** A page in a context of its own: no other window has its cookies, storage or network. */
export interface BrowserWindow {
  readonly context: BrowserContext
  readonly page: Page
}

interface Given {
  keptInWorker?: Kept
  hasTestFailed?: boolean
}

/** Undefined outside of jest. */
export const keptInWorker = (): Kept | undefined => (globalThis as Given).keptInWorker

/** @errors outside of `keepingEnvironment.ts` */
export function kept(): Kept {
  const given = keptInWorker()
  if (!given) throw new Error('browser tests run in stand/testing/keepingEnvironment.ts')
  return given
}

/** Whether the running test has failed so far. */
export const hasFailed = (): boolean => (globalThis as Given).hasTestFailed === true
