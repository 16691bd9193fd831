import { someOrder, somePackage } from '../testing/someOrder'
import { World } from '../testing/world'
import { readBackDeadline, readUntilShown } from './readBack'

const ID = '1400-01'
const showsInvoice = ({ packages }: { packages: readonly unknown[] }) => packages.length > 0

function begin() {
  const world = new World(someOrder())
  const ports = world.ports()
  const startedAt = ports.clock.now()
  /** When each read of the order began, in milliseconds. */
  const reads: number[] = []
  const get = async (orderId: string) => {
    reads.push(ports.clock.now() - startedAt)
    return world.oms.get(orderId)
  }
  const orders = Object.assign(Object.create(world.oms) as typeof world.oms, { get })
  return { world, reads, startedAt, ports: { ...ports, orders } }
}

describe('until when a call waits for OMS to show what it took', () => {
  it('is eight seconds, and never so long that no time is left to write down how it ended', () => {
    const { ports } = begin()
    const now = ports.clock.now()
    expect(readBackDeadline({ ...ports, answerBy: now + 60_000 })).toBe(now + 8_000)
    expect(readBackDeadline({ ...ports, answerBy: now + 5_000 })).toBe(now + 2_000)
  })
})

describe('reading back', () => {
  it('looks at once, then less and less often, and gives up in time with what it saw last', async () => {
    const { world, ports, reads, startedAt } = begin()
    const back = await readUntilShown(ports, ID, startedAt + 8_000, showsInvoice)
    expect(reads).toEqual([0, 250, 750, 1_750, 3_250, 5_250, 7_250])
    expect(back).toEqual({ isShown: false, order: world.oms.peek(ID) })
  })

  it('makes the read that ends right at the deadline', async () => {
    const { ports, reads, startedAt } = begin()
    await readUntilShown(ports, ID, startedAt + 750, showsInvoice)
    expect(reads).toEqual([0, 250, 750])
  })

  it('begins no read that would end too late, by how long the last one took', async () => {
    const { world, ports, reads, startedAt } = begin()
    world.oms.latencyMs = 400
    await readUntilShown(ports, ID, startedAt + 1_000, showsInvoice)
    expect(reads).toEqual([0])
  })

  it('ends with the read that shows it', async () => {
    const { world, ports, reads, startedAt } = begin()
    const reading = readUntilShown(ports, ID, startedAt + 8_000, showsInvoice)
    await world.clock.sleep(500)
    world.oms.change(ID, () => ({ packages: [somePackage()] }))
    expect(await reading).toEqual({ isShown: true, order: world.oms.peek(ID) })
    expect(reads).toEqual([0, 250, 750])
  })

  it('takes a read that failed for one more pause, and forgets nothing for it', async () => {
    const { world, ports, reads, startedAt } = begin()
    const reading = readUntilShown(ports, ID, startedAt + 500, showsInvoice)
    await world.clock.sleep(100)
    world.oms.fail({ call: 'get', kind: 'unavailable' })
    expect(await reading).toEqual({ isShown: false, order: world.oms.peek(ID) })
    expect(reads).toEqual([0, 250])
  })

  it('has seen no order where no read came through', async () => {
    const { world, ports, startedAt } = begin()
    world.oms.fail({ call: 'get', kind: 'unavailable', times: 9 })
    const back = await readUntilShown(ports, ID, startedAt + 500, showsInvoice)
    expect(back).toEqual({ isShown: false, order: null })
  })

  it('hides no mistake of ours', async () => {
    const { ports, startedAt } = begin()
    const mistake = new TypeError('undefined is not a function')
    const get = async () => {
      throw mistake
    }
    const broken = { ...ports, orders: Object.assign(Object.create(ports.orders), { get }) }
    await expect(readUntilShown(broken, ID, startedAt, showsInvoice)).rejects.toBe(mistake)
  })
})
