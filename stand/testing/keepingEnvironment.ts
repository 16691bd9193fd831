import type { Browser } from 'playwright-core'
import LeavingEnvironment from '../../tooling/testing/leavingEnvironment.cjs'
import { startStand, type Stand } from '../index'
import { serveAdditions, type Additions } from './additions'
import { launchChromium } from './chromium'
import { TEST_NEW_SPACE, type Kept } from './kept'

declare global {
  // The only way from here to jest's end, where it runs tests in its own process.
  var endWhatIsKept: (() => Promise<void>) | undefined
}

/** By number of replicas. Jest loads this file once a worker process, unlike what tests import. */
const stands = new Map<number, Promise<Stand>>()
let chromium: Promise<Browser> | null = null
let additions: Promise<Additions> | null = null

const kept: Kept = {
  prepared: new Map(),
  emptyWindows: new Map(),
  chromium: () => (chromium ??= launchChromium()),
  additions: async () => (await (additions ??= serveAdditions())).origin,
  stand(replicas) {
    const running =
      stands.get(replicas) ??
      startStand({
        port: 0,
        state: 'memory',
        directory: process.env.STAND_DIR,
        replicas,
        newSpace: TEST_NEW_SPACE,
        isBackground: true,
      })
    stands.set(replicas, running)
    return running
  },
}

globalThis.endWhatIsKept = async () => {
  await (await chromium)?.close()
  ;(await additions)?.stop()
  await Promise.all([...stands.values()].map(async (stand) => (await stand).stop()))
}

/** By which a worker process of jest is told to end (jest-worker's CHILD_MESSAGE_END). */
const END = 2

// Chromium and the replicas would keep the process, and end with it. Where jest itself was stopped it says nothing.
if (process.send) {
  process.on('disconnect', () => process.exit())
  process.on('message', (message) => {
    if (Array.isArray(message) && message[0] === END) process.exit()
  })
}

/** Gives a file's tests what its worker process keeps, and tells them whether the running one has failed. */
export default class KeepingEnvironment extends LeavingEnvironment {
  override async setup(): Promise<void> {
    await super.setup()
    this.global.keptInWorker = kept
  }

  handleTestEvent({ name }: { name: string }): void {
    if (name === 'test_start') this.global.hasTestFailed = false
    if (name === 'test_fn_failure' || name === 'hook_failure') this.global.hasTestFailed = true
  }
}
