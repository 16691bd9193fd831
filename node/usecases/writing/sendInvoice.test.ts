import { Fault } from '../../domain/problem/fault'
import { someOutgoing } from '../../domain/testing/someOutgoing'
import { instantAt } from '../../domain/values/instant'
import { cents } from '../../domain/values/money'
import { notifyInvoice } from '../notifyInvoice'
import type { OrdersPort, Ports } from '../ports'
import { moment, someInvoice, someOrder, somePackage } from '../testing/someOrder'
import { World } from '../testing/world'
import { asApplied, registerDocument, sendInvoice, type InvoiceToSend } from './sendInvoice'
import type { Attempt, Flow } from './step'

const ID = '1400-01'

/** The answer is lost, and a second later the order shows this package under the number that was sent. */
async function showing(changes: Parameters<typeof somePackage>[0]) {
  const world = new World(someOrder())
  world.oms.fail({ call: 'notifyInvoice', kind: 'unknown' })
  const ports = world.ports()
  const orders = Object.assign(Object.create(ports.orders) as OrdersPort, {
    notifyInvoice: async (...sent: Parameters<OrdersPort['notifyInvoice']>) => {
      const { issuanceDate } = sent[1]
      const shown = { issuanceDate, invoiceValue: cents(5_000), items: [], courier: 'Correios' }
      const packages = [somePackage({ ...shown, ...changes })]
      world.oms.change(ID, () => ({ packages }))
      return world.oms.notifyInvoice(...sent)
    },
  })
  const asked = someInvoice({ invoiceValue: 5_000, items: [], courier: 'Correios' })
  return notifyInvoice({ ...ports, orders }, ID, asked, [], null)
}

describe('a package under our number, after a lost answer', () => {
  it('is ours where it is what was asked for', async () => {
    expect((await showing({})).outcome).toBe('APPLIED')
  })

  it('is not called applied where it may be a stranger’s', async () => {
    const { outcome, problems } = await showing({ issuanceDate: moment('2026-01-02T03:04:05Z') })
    expect(outcome).toBe('UNKNOWN')
    expect(problems.map(({ code }) => code)).toEqual(['OMS_OUTCOME_UNKNOWN'])
  })
})

const FLOW: Flow = {
  orderId: ID,
  startedAt: 0,
  operation: 'NOTIFY_INVOICE',
  name: 'NotifyInvoice',
  invoiceNumber: 'NF-1',
}

/** Everything about a new invoice on an empty order, unless the test says otherwise. */
const toSendOn = (world: World, changes: Partial<InvoiceToSend> = {}): InvoiceToSend => ({
  flow: FLOW,
  claim: { confirm: async () => true },
  order: world.oms.peek(ID),
  journal: world.journal(ID),
  changes: null,
  invoice: someOutgoing(),
  replaces: null,
  documentHash: 'hash',
  ...changes,
})

/** How a send ends, the reading back included. */
async function ended(ports: Ports, toSend: InvoiceToSend): Promise<Attempt> {
  const sent = await sendInvoice(ports, toSend)
  if (sent === 'DECIDE_AGAIN') throw new Error(sent)
  return sent.follow ? sent.follow() : sent
}

/** OMS with one of its calls in the words of the test. */
const saying = (ports: Ports, own: Partial<OrdersPort>): Ports => ({
  ...ports,
  orders: Object.assign(Object.create(ports.orders) as OrdersPort, own),
})

describe('an order as it will be', () => {
  it('has the new invoice besides the others, and a replaced one no more', () => {
    const [first, second] = [somePackage(), somePackage({ invoiceNumber: 'NF-2' })]
    const world = new World(someOrder({ packages: [first, second] }))
    const numbersOf = (changes: Partial<InvoiceToSend>) =>
      asApplied(world.ports(), toSendOn(world, changes)).order.packages.map(
        ({ invoiceNumber, invoiceValue }) => [invoiceNumber, invoiceValue]
      )
    const third = someOutgoing({ invoiceNumber: 'NF-3' })
    expect(numbersOf({ invoice: third })).toEqual([
      ['NF-1', 11_500],
      ['NF-2', 11_500],
      ['NF-3', 5_000],
    ])
    expect(numbersOf({ replaces: first })).toEqual([
      ['NF-2', 11_500],
      ['NF-1', 5_000],
    ])
  })
})

/** A package of which one event was reported. */
const POSTED = {
  status: null,
  finished: false,
  deliveredDate: null,
  events: [
    {
      date: moment('2026-03-10T06:00:00Z'),
      dateText: '2026-03-10T06:00:00Z',
      description: 'Posted',
      city: null,
      state: null,
    },
  ],
}

describe('an invoice that goes out', () => {
  it.each([
    ['OUTPUT', /ShippingAction/],
    ['INPUT', /RefundAction/],
  ] as const)('needs the right to %s; what OMS forbids names it', async (type, right) => {
    const world = new World(someOrder())
    world.oms.fail({ call: 'notifyInvoice', kind: 'forbidden', status: 403 })
    const changes = { inProgress: false, requestId: 'r-1' } as InvoiceToSend['changes']
    const toSend = toSendOn(world, { changes, invoice: someOutgoing({ type }) })
    const attempt = await ended(world.ports(), toSend)
    expect(attempt).toMatchObject({
      outcome: 'FAILED',
      order: toSend.order,
      changes,
      invoiceNumber: 'NF-1',
      entryId: 'id-1',
      summary: expect.stringContaining('50.00 BRL') as unknown,
      problems: [
        {
          code: 'OMS_FORBIDDEN',
          facts: expect.arrayContaining([
            { name: 'right', value: expect.stringMatching(right) as unknown },
          ]) as unknown,
        },
      ],
    })
  })

  it('goes out at a moment that is written down, however long VBase takes, with the history it must keep', async () => {
    const replaces = somePackage({ courierStatus: POSTED })
    const world = new World(someOrder({ packages: [replaces] }))
    const ports = world.ports()
    const startedAt = world.clock.now()
    const updateDecided: Ports['journals']['updateDecided'] = async (...asked) => {
      const written = await ports.journals.updateDecided(...asked)
      await world.clock.sleep(6_000)
      return written
    }
    const slow = { ...ports, journals: { ...ports.journals, updateDecided } }
    const written: unknown[] = []
    const watched = saying(slow, {
      notifyInvoice: (...asked) => {
        written.push(world.journal(ID))
        return world.oms.notifyInvoice(...asked)
      },
    })
    const attempt = await ended(watched, toSendOn(world, { replaces }))
    expect(attempt.outcome).toBe('APPLIED')
    const sentAt = instantAt(startedAt + 6_000)
    expect(written).toMatchObject([
      {
        intents: [{ sentAt }],
        tracking: [{ sentAt, fresh: [], events: [{ description: 'Posted' }] }],
      },
    ])
  })

  it('says since when the order was somebody else’s, where it was', async () => {
    const world = new World(someOrder())
    const claim = { confirm: async () => false }
    const attempt = await ended(world.ports(), toSendOn(world, { claim }))
    expect(attempt).toMatchObject({
      outcome: 'REFUSED',
      problems: [
        { code: 'IN_PROGRESS', facts: [{ name: 'since', value: instantAt(world.clock.now()) }] },
      ],
    })
    expect(world.journal(ID).intents).toEqual([])
  })

  it('is recorded as told once its caller waits no longer', async () => {
    const world = new World(someOrder())
    world.oms.applyDelayMs = 60_000
    const { outcome, events } = await ended(world.ports(), toSendOn(world))
    expect([outcome, events]).toEqual(['ACCEPTED', [{ happened: 'INVOICE_LEFT', id: 'id-1' }]])
  })

  it('keeps the history of what it replaces until OMS shows it: then that may be gone', async () => {
    const replaces = somePackage({ courierStatus: POSTED })
    const world = new World(someOrder({ packages: [replaces] }))
    world.oms.applyDelayMs = 60_000
    const { outcome, events } = await ended(world.ports(), toSendOn(world, { replaces }))
    expect([outcome, events]).toEqual(['ACCEPTED', [{ happened: 'INVOICE_LEFT', id: 'id-1' }]])
    expect(world.journal(ID).tracking).toMatchObject([{ id: 'id-1' }])
  })

  it('is applied once OMS took it and shows the number, in whatever words', async () => {
    const world = new World(someOrder())
    const watched = saying(world.ports(), {
      get: async () => someOrder({ packages: [somePackage({ invoiceValue: cents(4_999) })] }),
    })
    expect((await ended(watched, toSendOn(world))).outcome).toBe('APPLIED')
  })

  it('is ambiguous where OMS shows its number twice, and no other is', async () => {
    const world = new World(someOrder())
    const other = somePackage({ invoiceNumber: 'NF-2' })
    const showing = (...packages: ReturnType<typeof somePackage>[]) =>
      ended(saying(world.ports(), { get: async () => someOrder({ packages }) }), toSendOn(world))
    expect((await showing(somePackage(), other)).problems).toEqual([])
    expect((await showing(somePackage(), somePackage(), other)).problems).toMatchObject([
      {
        code: 'INVOICE_AMBIGUOUS',
        field: ['invoice', 'invoiceNumber'],
        facts: [{ name: 'count', value: '2' }],
      },
    ])
  })
})

describe('the document of an invoice', () => {
  /** With every hash that was brought, in turn. */
  function registering(world: World, error?: Error) {
    const ports = world.ports()
    const hashes: string[] = []
    const register = async (hash: string): Promise<void> => {
      hashes.push(hash)
      if (error) throw error
    }
    return { hashes, ports: { ...ports, documents: { ...ports.documents, register } } }
  }

  it('is registered once, as soon as OMS has taken it', async () => {
    const world = new World(someOrder())
    const { hashes, ports } = registering(world)
    await ended(ports, toSendOn(world))
    expect(hashes).toEqual(['hash'])
  })

  it('is registered where the answer was lost and the order shows it', async () => {
    const world = new World(someOrder())
    world.oms.fail({ call: 'notifyInvoice', kind: 'unknown', afterCommit: true })
    const { hashes, ports } = registering(world)
    await ended(ports, toSendOn(world))
    expect(hashes).toEqual(['hash'])
  })

  it('is not registered where nobody knows, and where there is none', async () => {
    const world = new World(someOrder())
    world.oms.fail({ call: 'notifyInvoice', kind: 'unknown' })
    const { hashes, ports } = registering(world)
    await ended(ports, toSendOn(world))
    await registerDocument(ports, { flow: FLOW, documentHash: null })
    expect(hashes).toEqual([])
  })

  it('that cannot be registered costs that warning, not the call; no mistake of ours is hidden', async () => {
    const world = new World(someOrder())
    const down = new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Documents' })
    await registerDocument(registering(world, down).ports, { flow: FLOW, documentHash: 'hash' })
    expect(world.logs).toEqual([
      { flow: 'Documents', orderId: ID, detail: 'VBASE Documents: unavailable' },
    ])
    const mistake = new TypeError('undefined is not a function')
    const { ports } = registering(world, mistake)
    await expect(registerDocument(ports, { flow: FLOW, documentHash: 'hash' })).rejects.toBe(
      mistake
    )
  })
})
