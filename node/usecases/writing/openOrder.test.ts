import type { Ports } from '../ports'
import { someOrder } from '../testing/someOrder'
import { World } from '../testing/world'
import { openOrder } from './openOrder'

const ID = '1400-01'

describe('a reading of OMS that lacks an invoice which a read has shown', () => {
  /** OMS shows an older order; with how long the call waited between its looks. */
  async function older() {
    const world = new World(someOrder())
    const ports = world.ports()
    await ports.journals.update(ID, (journal) => ({
      ...journal,
      invoices: [
        {
          invoiceNumber: 'NF-1',
          wroteInvoice: true,
          descriptions: [],
          dispatchedDate: null,
          shownAt: new Date(world.clock.now()).toISOString() as never,
        },
      ],
    }))
    const pauses: number[] = []
    const clock: Ports['clock'] = {
      now: () => world.clock.now(),
      sleep: (milliseconds) => {
        pauses.push(milliseconds)
        return world.clock.sleep(milliseconds)
      },
    }
    const call = { orderId: ID, startedAt: clock.now() }
    const confirm = async () => true
    const opening = () => openOrder({ ...ports, clock }, call, { confirm })
    return { world, pauses, opening }
  }

  it('is read again and again, and then nothing is decided on it', async () => {
    const { world, pauses, opening } = await older()
    await expect(opening()).rejects.toMatchObject({
      kind: 'unavailable',
      upstream: 'OMS',
      operation: 'GetOrder',
    })
    expect(pauses).toEqual([250, 500, 1_000, 1_500, 2_000])
    expect(world.oms.sent).toHaveLength(6)
  })
})
