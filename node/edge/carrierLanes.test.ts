import { posts, shown, twoOrders } from './testing/carrierPosts'

/** What carriers posted, worked off by the real handlers: never lost, never told twice, whoever dies. */

describe('a handler that dies', () => {
  it.each([false, true])(
    'at any of its calls, the call having taken effect: %s, loses and doubles nothing',
    async (after) => {
      const calm = await twoOrders()
      await posts(calm)
      calm.calls = 0
      for (const nudge of calm.nudges.splice(0)) await calm.handled(nudge)
      const calls = calm.calls
      expect(calls).toBeGreaterThan(30)
      for (let dies = 1; dies <= calls; dies += 1) {
        const all = await twoOrders()
        await posts(all)
        all.calls = 0
        const ports = all.ports({ at: dies, after })
        for (const nudge of all.nudges.splice(0)) await all.handled(nudge, ports)
        await all.settled()
        expect([dies, shown(all, '1-01'), shown(all, '2-01')]).toEqual([
          dies,
          { words: ['Em trânsito', 'Entregue', 'Postado'], isDelivered: true },
          { words: ['Postado'], isDelivered: false },
        ])
        const results = (await all.told()).map(({ result }) => result)
        expect([dies, results.length]).toEqual([dies, 3])
        expect(['WRITTEN', 'NOTHING_NEW']).toEqual(expect.arrayContaining(results))
      }
    },
    300_000
  )
})
