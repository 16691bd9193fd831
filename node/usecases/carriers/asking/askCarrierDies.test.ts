import { aStore, carried, KEY, knows } from '../../../edge/testing/askedStore'
import { shown } from '../../../edge/testing/carrierPosts'

describe('a carrier that is asked', () => {
  it.each([false, true])(
    'loses and doubles nothing when its handler dies at any call, having taken effect: %s',
    async (after) => {
      const calm = await aStore('ssw', '', carried('1-01', KEY))
      calm.answers.next = async () => knows(3)
      calm.all.calls = 0
      await calm.ask()
      const { calls } = calm.all
      expect(calls).toBeGreaterThan(15)
      for (let dies = 1; dies <= calls; dies += 1) {
        const { all, answers } = await aStore('ssw', '', carried('1-01', KEY))
        answers.next = async () => knows(3)
        all.calls = 0
        await all.handled({ ask: 'ssw' }, all.ports({ at: dies, after }))
        all.world.releaseDeadClaims()
        all.world.clock.advance(60_000)
        await all.handled({ ask: 'ssw' })
        await all.settled()
        expect([dies, shown(all, '1-01').words.length, shown(all, '1-01').isDelivered]).toEqual([
          dies,
          3,
          true,
        ])
      }
    },
    60_000
  )
})
