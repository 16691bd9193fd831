import fc from 'fast-check'

import { VirtualClock } from '../testing/virtualClock'
import { inParallel } from './inParallel'

describe('work in parallel', () => {
  it('answers in the order of its inputs, never more at a time than the limit, and as many as that', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(50), { maxLength: 12 }),
        fc.integer({ min: 1, max: 15 }),
        async (waits, limit) => {
          const clock = new VirtualClock()
          let [running, most] = [0, 0]
          const answers = await inParallel(waits, limit, async (wait) => {
            running += 1
            most = Math.max(most, running)
            await clock.sleep(wait)
            running -= 1
            return wait * 2
          })
          expect(answers).toEqual(waits.map((wait) => wait * 2))
          expect(most).toBe(Math.min(limit, waits.length))
        }
      )
    )
  })

  it('ends with the first failure', async () => {
    const work = async (input: number) => {
      if (input === 2) throw new Error('two')
      return input
    }
    await expect(inParallel([1, 2, 3], 1, work)).rejects.toThrow('two')
  })
})
