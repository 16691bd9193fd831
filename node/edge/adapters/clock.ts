import { setTimeout } from 'node:timers/promises'
import type { Clock } from '../../usecases/ports'

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds) => {
    await setTimeout(milliseconds)
  },
}
