import { TestEnvironment } from 'jest-environment-node'
import * as playwright from 'playwright-core'
import { startStand, type Stand } from '../index'
import type { Kept } from './kept'

/** By number of replicas. Jest loads this file once a worker process, unlike what tests import. */
const stands = new Map<number, Promise<Stand>>()

const kept: Kept = {
  playwright,
  prepared: new Map(),
  stand(replicas) {
    const running =
      stands.get(replicas) ??
      startStand({
        port: 0,
        state: 'memory',
        directory: process.env.STAND_DIR,
        replicas,
        isBackground: true,
      })
    stands.set(replicas, running)
    return running
  },
}

/** Gives a file's tests what its worker process keeps, and tells them whether the running one has failed. */
export default class KeepingEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup()
    this.global.keptInWorker = kept
  }

  handleTestEvent({ name }: { name: string }): void {
    if (name === 'test_start') this.global.hasTestFailed = false
    if (name === 'test_fn_failure' || name === 'hook_failure') this.global.hasTestFailed = true
  }
}
