import { Fault } from '../../domain/problem/fault'
import { instantAt } from '../../domain/values/instant'
import type { HeldClaim, Ports } from '../ports'
import { someOrder, somePackage } from '../testing/someOrder'
import { World } from '../testing/world'
import { openOrder } from './openOrder'
import { DECIDE_AGAIN, type Attempt, type Flow, type Judged, type Step } from './step'
import { resultOf, writeOrder } from './writeOrder'

const ID = '1400-01'
const mistake = new TypeError('undefined is not a function')
const fault = () => new Fault({ kind: 'unavailable', upstream: 'OMS', operation: 'GetOrder' })

function stepOf(judge: Step['judge'], changes: Partial<Flow> = {}): Step {
  const flow: Flow = {
    orderId: ID,
    startedAt: 0,
    operation: 'UPDATE_PARTIAL_INVOICE',
    name: 'UpdatePartialInvoice',
    invoiceNumber: 'NF-1',
    ...changes,
  }
  return { flow, judge }
}
const ends = (attempt: Partial<Attempt>): Step =>
  stepOf(async (_, { order }) => ({ ended: { outcome: 'ALREADY_APPLIED', order, ...attempt } }))
const sends = (send: () => Promise<Attempt | typeof DECIDE_AGAIN>): Judged => ({
  invoiceNumber: 'NF-1',
  leaves: null,
  send,
})
const fails = (error: Error): Step =>
  stepOf(async () => {
    throw error
  })

function write(world: World, steps: readonly Step[], ports: Ports = world.ports()) {
  const call = { orderId: ID, startedAt: world.clock.now() }
  return writeOrder(ports, {
    ...call,
    steps,
    open: (held, claim) => openOrder(held, call, claim),
  })
}
const shipped = () => new World(someOrder({ status: 'invoiced', packages: [somePackage()] }))

describe('how long a call waits for another writer', () => {
  it.each([
    [10_000, 'ten seconds', 26_000],
    [10_000, 'ten seconds, while a write still fits in behind them', 21_000],
    [9_999, 'as long as a write still fits in behind it', 20_999],
    [0, 'not at all where none does', 5_000],
  ])('is %d ms: %s', async (waitMs, _, leftMs) => {
    const world = shipped()
    const waits: number[] = []
    const hold: Ports['claims']['hold'] = async (_orderId, asked) => {
      waits.push(asked)
      return { held: false, since: instantAt(0) }
    }
    const ports = { ...world.ports(), claims: { hold } }
    const answerBy = world.clock.now() + leftMs
    const written = await write(world, [ends({})], { ...ports, answerBy })
    expect(waits).toEqual([waitMs])
    expect(resultOf(written)).toMatchObject({
      outcome: 'REFUSED',
      problems: [
        { code: 'IN_PROGRESS', facts: [{ name: 'since', value: '1970-01-01T00:00:00.000Z' }] },
      ],
    })
  })
})

describe('a claim', () => {
  const holding = (world: World, hold: Ports['claims']['hold']) => ({
    ...world.ports(),
    claims: { hold },
  })
  const claim: HeldClaim = { confirm: async () => true }
  const releasing =
    (error: Error): Ports['claims']['hold'] =>
    async (_orderId, _waitMs, work) => {
      await work(claim)
      throw error
    }

  it('that cannot be made is a refusal with its reason', async () => {
    const world = shipped()
    const hold = async () => {
      throw fault()
    }
    const written = await write(world, [ends({})], holding(world, hold))
    expect(resultOf(written)).toMatchObject({
      outcome: 'REFUSED',
      problems: [{ code: 'OMS_UNAVAILABLE' }],
    })
  })

  it('that cannot be released costs nothing: the work stands', async () => {
    const world = shipped()
    const written = await write(world, [ends({})], holding(world, releasing(fault())))
    expect(written.ends.map(({ attempt }) => attempt.outcome)).toEqual(['ALREADY_APPLIED'])
    expect(world.journal(ID).activity).toHaveLength(1)
  })

  it('hides no mistake of ours', async () => {
    const world = shipped()
    const hold = async () => {
      throw mistake
    }
    await expect(write(world, [ends({})], holding(world, hold))).rejects.toBe(mistake)
    await expect(write(world, [fails(mistake)])).rejects.toBe(mistake)
  })
})

it('the last step is read back once the order is free for other writers', async () => {
  const world = shipped()
  const free: boolean[] = []
  const follow = async (): Promise<Attempt> => {
    const { held } = await world.ports().claims.hold(ID, 0, async () => undefined)
    free.push(held)
    return { outcome: 'APPLIED', order: world.oms.peek(ID) }
  }
  const step = stepOf(async (_, { order }) =>
    sends(async () => ({ order, follow, outcome: 'UNKNOWN' }))
  )
  expect(resultOf(await write(world, [step])).outcome).toBe('APPLIED')
  expect(free).toEqual([true])
})

describe('steps in turn', () => {
  it('read beside the opening of the order what they need besides', async () => {
    const world = shipped()
    const prepared: string[] = []
    const prepare = async () => void prepared.push('read')
    await write(world, [{ ...ends({}), prepare }, ends({})])
    expect(prepared).toEqual(['read'])
  })

  it('that send nothing stand on one reading and are told in one save', async () => {
    const world = shipped()
    await write(world, [ends({}), ends({})])
    expect(world.oms.sent.map(({ call }) => call)).toEqual(['get'])
    expect(world.journalWrites).toBe(1)
    expect(world.journal(ID).activity).toHaveLength(2)
  })

  it('after one that sent stand on the order as that left it', async () => {
    const world = shipped()
    const left = someOrder({ status: 'invoiced', packages: [somePackage({ courier: 'Sedex' })] })
    const first = stepOf(async () =>
      sends(async () => ({ outcome: 'APPLIED', order: left, entryId: 'e-1' }))
    )
    const judgedOn: unknown[] = []
    const second = stepOf(async (_, { order }) => {
      judgedOn.push(order)
      return { ended: { order, outcome: 'ALREADY_APPLIED' } }
    })
    await write(world, [first, second])
    expect(judgedOn).toEqual([left])
    expect(world.oms.sent.map(({ call }) => call)).toEqual(['get'])
    // The first one was told before the second one was judged.
    expect(world.journalWrites).toBe(2)
  })

  it('know how the one before them ended, by reading back where that is what tells', async () => {
    const world = shipped()
    const order = world.oms.peek(ID)
    const first = ends({
      outcome: 'UNKNOWN',
      follow: async () => ({ order, outcome: 'APPLIED', invoiceNumber: 'NF-7' }),
    })
    const befores: unknown[] = []
    const second = stepOf(async (_, opened, before) => {
      befores.push(before?.invoiceNumber)
      return { ended: { order: opened.order, outcome: 'ALREADY_APPLIED' } }
    })
    const { ends: told } = await write(world, [first, second])
    expect(befores).toEqual(['NF-7'])
    expect(told.map(({ attempt }) => attempt.outcome)).toEqual(['APPLIED', 'ALREADY_APPLIED'])
  })

  it.each(['REFUSED', 'FAILED', 'UNKNOWN'] as const)('end with one that is %s', async (outcome) => {
    const world = shipped()
    const { ends: told } = await write(world, [ends({ outcome }), ends({})])
    expect(told.map(({ attempt }) => attempt.outcome)).toEqual([outcome])
  })

  it('that cannot be judged are refused, with the order as it was seen', async () => {
    const world = shipped()
    const { ends: told, view } = await write(world, [ends({}), fails(fault())])
    expect(told[1].attempt).toMatchObject({
      outcome: 'REFUSED',
      problems: [{ code: 'OMS_UNAVAILABLE' }],
    })
    expect(view?.order).toEqual(world.oms.peek(ID))
  })

  it('that never find the journal at rest are decided four times and then refused', async () => {
    const world = shipped()
    let decided = 0
    const restless = stepOf(async () => {
      decided += 1
      return sends(async () => DECIDE_AGAIN)
    })
    const { ends: told, view } = await write(world, [ends({}), restless])
    expect(decided).toBe(4)
    expect(told[1].attempt).toMatchObject({
      outcome: 'REFUSED',
      problems: [{ code: 'IN_PROGRESS' }],
    })
    expect(view?.order).toEqual(world.oms.peek(ID))
  })
})

describe('the answer', () => {
  const changes = { inProgress: true, requestId: 'r-1' } as Attempt['changes']

  it('shows a change of the order that any step has come to know of', async () => {
    const { view } = await write(shipped(), [ends({ changes }), ends({ changes: null })])
    expect(view?.attention).toMatchObject([{ code: 'ORDER_CHANGE_IN_PROGRESS' }])
  })

  it('shows none where none is known', async () => {
    const { view } = await write(shipped(), [ends({})])
    expect(view?.attention).toEqual([])
  })

  it('shows the invoice as the order has it, else as far as OMS has taken it', async () => {
    const invoice = somePackage({ invoiceNumber: 'NF-9', courier: 'Sedex' })
    const stored = await write(shipped(), [ends({ invoice })])
    expect(stored.invoice).toEqual(somePackage())
    const taken = await write(shipped(), [ends({ invoice, invoiceNumber: 'NF-9' }), ends({})])
    expect(taken.invoice).toEqual(somePackage())
    const pending = await write(shipped(), [
      ends({ invoice, invoiceNumber: 'NF-9' }),
      ends({ invoice: null, invoiceNumber: 'NF-9' }),
    ])
    expect(pending.invoice).toEqual(invoice)
    const none = await write(shipped(), [ends({ invoiceNumber: 'NF-9' })])
    expect(none.invoice).toBeNull()
  })

  it('counts what the journal knows also where the activity cannot be written', async () => {
    const world = shipped()
    await write(world, [ends({})])
    const ports = world.ports()
    const journal = await ports.journals.read(ID)
    const update = async () => {
      throw new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Save' })
    }
    let reads = 0
    const read = async (orderId: string) => {
      reads += 1
      return ports.journals.read(orderId)
    }
    const broken = { ...ports, journals: { ...ports.journals, read, update } }
    await write(world, [ends({ journal })], broken)
    expect(reads).toBe(1)
    // Where the step does not say what it stood on, it is read once more.
    await write(world, [ends({})], broken)
    expect(reads).toBe(3)
  })

  it('looks for no journal of an order that is none', async () => {
    const world = new World()
    const ports = world.ports()
    let reads = 0
    const read = async (orderId: string) => {
      reads += 1
      return ports.journals.read(orderId)
    }
    const counted = { ...ports, journals: { ...ports.journals, read } }
    const { view, ends: told } = await write(world, [ends({})], counted)
    expect(view).toBeNull()
    expect(told[0].attempt.problems).toMatchObject([
      { code: 'ORDER_NOT_FOUND', facts: [{ name: 'orderId', value: ID }] },
    ])
    expect(reads).toBe(1)
  })
})
