import { cents } from '../domain/values/money'
import type { OutgoingInvoice } from '../domain/package/outgoing'
import { packageVersion } from '../domain/package/packageVersion'
import type { ProblemCode } from '../domain/problem/problem'
import { notifyInvoice } from './notifyInvoice'
import { readActivity } from './readActivity'
import {
  moment,
  someInvoice,
  someItem,
  someLine,
  someOrder,
  somePackage,
} from './testing/someOrder'
import { Killed, World } from './testing/world'
import { viewOrder } from './viewOrder'

const ID = '1400-01'
const codes = (problems: readonly { code: string }[]): string[] => problems.map(({ code }) => code)

describe('one invoice', () => {
  it('takes what remains where nothing else is said, and shows it', async () => {
    const world = new World(someOrder())
    const result = await notifyInvoice(world.ports(), ID, someInvoice(), [], null)
    expect(result).toMatchObject({ outcome: 'APPLIED', problems: [] })
    expect(result.receipt?.receipt).toHaveLength(32)
    expect(result.view).toMatchObject({ stage: 'TO_SHIP', ledger: { remainingValue: 0 } })
    expect(world.oms.bodies<OutgoingInvoice>('notifyInvoice')).toEqual([
      expect.objectContaining({
        invoiceNumber: 'NF-1',
        invoiceValue: 11_500,
        items: [{ id: '101', quantity: 2, price: 5_000, description: null }],
      }),
    ])
    expect(world.journal(ID)).toMatchObject({
      intents: [],
      activity: [{ actor: 'ana@store.com', outcome: 'APPLIED', operation: 'NOTIFY_INVOICE' }],
      invoices: [{ invoiceNumber: 'NF-1', wroteInvoice: true, dispatchedDate: null }],
    })
  })

  it.each(['OUTPUT', 'INPUT'] as const)(
    'of the type %s is told as such, sent or not',
    async (type) => {
      const world = new World(someOrder())
      await notifyInvoice(world.ports(), ID, someInvoice({ type, invoiceNumber: 'no/1' }), [], null)
      expect(await readActivity(world.ports(), ID, 5)).toMatchObject([{ outcome: 'REFUSED', type }])
      if (type === 'OUTPUT') await notifyInvoice(world.ports(), ID, someInvoice(), [], null)
      expect((await readActivity(world.ports(), ID, 5)).map((entry) => entry.type)).not.toContain(
        undefined
      )
    }
  )

  it('costs one read before, one POST, and one read after where OMS applies at once', async () => {
    const world = new World(someOrder())
    await notifyInvoice(world.ports(), ID, someInvoice(), [], null)
    expect(world.oms.sent.map(({ call }) => call)).toEqual(['get', 'notifyInvoice', 'get'])
    expect(world.journalWrites).toBe(3)
  })

  it('is ACCEPTED with its receipt where OMS does not show it within eight seconds', async () => {
    const world = new World(someOrder())
    world.oms.applyDelayMs = 20_000
    const before = world.clock.now()
    const result = await notifyInvoice(world.ports(), ID, someInvoice(), [], null)
    expect(result.outcome).toBe('ACCEPTED')
    expect(world.clock.now() - before).toBeLessThanOrEqual(8_000)
    expect(result.invoice).toMatchObject({ invoiceNumber: 'NF-1', invoiceValue: 11_500 })
    expect(result.view?.ledger).toMatchObject({ invoicedValue: 11_500, remainingValue: 0 })
    const again = await notifyInvoice(world.ports('bob'), ID, someInvoice(), [], null)
    expect(again).toMatchObject({ outcome: 'ACCEPTED', receipt: result.receipt })
    expect(world.oms.bodies('notifyInvoice')).toHaveLength(1)
  })

  it('counts an accepted one at once: the second partial finds only the rest', async () => {
    const world = new World(someOrder())
    world.oms.applyDelayMs = 20_000
    const first = someInvoice({ items: [someItem({ id: '101' })] })
    await notifyInvoice(world.ports(), ID, first, [], null)
    const second = await notifyInvoice(
      world.ports(),
      ID,
      someInvoice({ invoiceNumber: 'NF-2' }),
      [],
      null
    )
    expect(second.outcome).toBe('ACCEPTED')
    const [one, two] = world.oms.bodies<OutgoingInvoice>('notifyInvoice')
    expect([one.invoiceValue, two.invoiceValue]).toEqual([5_000, 6_500])
    expect(two.items).toEqual([expect.objectContaining({ id: '101', quantity: 1 })])
  })

  it('says that the order is not there, and records nothing', async () => {
    const world = new World()
    const result = await notifyInvoice(world.ports(), ID, someInvoice(), [], null)
    expect(result).toMatchObject({ outcome: 'REFUSED', view: null })
    expect(codes(result.problems)).toEqual(['ORDER_NOT_FOUND'])
    expect(world.journalWrites).toBe(0)
  })

  it('stops at a warning until its code is accepted', async () => {
    const world = new World(someOrder())
    const invoice = someInvoice({ invoiceValue: 11_000 })
    const first = await notifyInvoice(world.ports(), ID, invoice, [], null)
    expect(codes(first.problems)).toEqual(['VALUE_LEAVES_REMAINDER'])
    expect(first.outcome).toBe('REFUSED')
    const second = await notifyInvoice(world.ports(), ID, invoice, ['VALUE_LEAVES_REMAINDER'], null)
    expect(second).toMatchObject({ outcome: 'APPLIED', problems: [] })
  })

  it('asks for changes only where one may be under way, and refuses then', async () => {
    const world = new World(someOrder({ carriesChanges: true }))
    world.oms.changeStates.set(ID, { inProgress: true, requestId: 'r-1' })
    const result = await notifyInvoice(world.ports(), ID, someInvoice(), [], null)
    expect(codes(result.problems)).toEqual(['ORDER_CHANGE_IN_PROGRESS'])
    expect(world.oms.bodies('notifyInvoice')).toHaveLength(0)
  })
})

describe('the same number again', () => {
  it('sends nothing for the same content, whatever the state', async () => {
    const world = new World(someOrder())
    await notifyInvoice(world.ports(), ID, someInvoice(), [], null)
    const again = await notifyInvoice(world.ports(), ID, someInvoice(), [], null)
    expect(again).toMatchObject({ outcome: 'ALREADY_APPLIED', problems: [] })
    expect(world.oms.bodies('notifyInvoice')).toHaveLength(1)
  })

  it('refuses other content with each difference', async () => {
    const world = new World(someOrder({ packages: [somePackage()], status: 'invoiced' }))
    const given = someInvoice({ invoiceValue: 100, courier: 'Correios' })
    const result = await notifyInvoice(world.ports(), ID, given, [], null)
    expect(result.outcome).toBe('REFUSED')
    expect(result.problems).toEqual([
      expect.objectContaining({
        code: 'INVOICE_EXISTS',
        field: ['invoice', 'invoiceNumber'],
        differences: [
          { field: 'invoiceValue', stored: '11500', given: '100' },
          { field: 'courier', stored: null, given: 'Correios' },
        ],
      }),
    ])
  })
})

describe('without a clear answer', () => {
  it('finds by reading that a lost answer had committed', async () => {
    const world = new World(someOrder())
    world.oms.fail({ call: 'notifyInvoice', kind: 'unknown', afterCommit: true })
    const result = await notifyInvoice(world.ports(), ID, someInvoice(), [], null)
    expect(result).toMatchObject({ outcome: 'APPLIED', receipt: null })
    expect(world.journal(ID).intents).toEqual([])
  })

  it('is UNKNOWN for two minutes, then sends again after two reads without a trace', async () => {
    const world = new World(someOrder())
    world.oms.fail({ call: 'notifyInvoice', kind: 'unknown' })
    const first = await notifyInvoice(world.ports(), ID, someInvoice(), [], null)
    expect(first.outcome).toBe('UNKNOWN')
    expect(codes(first.problems)).toEqual(['OMS_OUTCOME_UNKNOWN'])
    world.clock.advance(60_000)
    const soon = await notifyInvoice(world.ports(), ID, someInvoice(), [], null)
    expect(soon.outcome).toBe('UNKNOWN')
    expect(world.oms.bodies('notifyInvoice')).toHaveLength(1)
    world.clock.advance(60_000)
    const before = world.clock.now()
    const later = await notifyInvoice(world.ports(), ID, someInvoice(), [], null)
    expect(later.outcome).toBe('APPLIED')
    expect(world.clock.now() - before).toBeGreaterThanOrEqual(5_000)
    expect(world.oms.bodies('notifyInvoice')).toHaveLength(2)
    const summaries = (await readActivity(world.ports(), ID, 50)).map(
      ({ outcome, summary }) => `${outcome} ${summary}`
    )
    expect(summaries.join('\n')).toMatch(/FAILED .*may be sent again/)
  })

  it('is looked for only as long as a row of a batch may, where OMS gave no receipt', async () => {
    const took = async (kind: 'unknown' | null) => {
      const world = new World(someOrder())
      if (kind) world.oms.fail({ kind, call: 'notifyInvoice' })
      else world.oms.applyDelayMs = 5_000
      const before = world.clock.now()
      const ports = { ...world.ports(), longestLookMs: 3_000 }
      const { outcome } = await notifyInvoice(ports, ID, someInvoice(), [], null)
      return { outcome, ms: world.clock.now() - before }
    }
    const unknown = await took('unknown')
    expect(unknown.outcome).toBe('UNKNOWN')
    expect(unknown.ms).toBeLessThanOrEqual(3_000)
    expect(await took(null)).toMatchObject({ outcome: 'APPLIED' })
  })

  it('never lets a query give an intent up', async () => {
    const world = new World(someOrder())
    world.oms.fail({ call: 'notifyInvoice', kind: 'unknown' })
    await notifyInvoice(world.ports(), ID, someInvoice(), [], null)
    world.clock.advance(600_000)
    const view = await viewOrder(world.ports(), ID)
    expect(view?.ledger.remainingValue).toBe(0)
    // By its number, so that nobody enters it under another one.
    const unknown = view?.attention.find(({ code }) => code === 'OMS_OUTCOME_UNKNOWN')
    expect(unknown?.facts).toContainEqual({
      name: 'invoiceNumber',
      value: someInvoice().invoiceNumber,
    })
    expect(world.journal(ID).intents).toHaveLength(1)
  })

  it('stops waiting for an invoice that can no longer come', async () => {
    const world = new World(someOrder())
    world.oms.fail({ call: 'notifyInvoice', kind: 'unknown' })
    await notifyInvoice(world.ports(), ID, someInvoice(), [], null)
    // Somebody else invoices the whole order under another number.
    const packages = [somePackage({ invoiceNumber: 'ERP-1' })]
    world.oms.change(ID, () => ({ packages, status: 'invoiced' }))
    const soon = await viewOrder(world.ports(), ID)
    expect(codes(soon?.attention ?? [])).toEqual(['OMS_OUTCOME_UNKNOWN'])
    world.clock.advance(120_000)
    const later = await viewOrder(world.ports(), ID)
    expect(later).toMatchObject({ attention: [], ledger: { invoicedValue: 11_500, pending: [] } })
    await notifyInvoice(world.ports(), ID, someInvoice({ invoiceNumber: 'NF-2' }), [], null)
    expect(world.journal(ID).intents).toEqual([])
    expect(await readActivity(world.ports(), ID, 50)).toContainEqual(
      expect.objectContaining({ outcome: 'FAILED', invoiceNumber: 'NF-1' })
    )
  })

  it('is not told as done, nor recorded as ours, where somebody else used the number meanwhile', async () => {
    const world = new World(someOrder())
    world.oms.fail({ call: 'notifyInvoice', kind: 'unknown' })
    const mine = someInvoice({ items: [someItem({ id: '101' })] })
    await notifyInvoice(world.ports(), ID, mine, [], null)
    const packages = [somePackage({ invoiceValue: cents(7_000) })]
    world.oms.change(ID, () => ({ packages, status: 'payment-approved' }))
    const next = await notifyInvoice(world.ports('bob'), ID, mine, [], null)
    expect(codes(next.problems)).toEqual(['INVOICE_EXISTS'])
    expect(world.journal(ID)).toMatchObject({ intents: [], invoices: [] })
    const told = (await readActivity(world.ports(), ID, 50)).filter(
      ({ actor }) => actor === 'ana@store.com'
    )
    expect(told.map(({ outcome }) => outcome)).toEqual(['UNKNOWN', 'UNKNOWN'])
    expect(told.map(({ summary }) => summary).join()).toMatch(/other content/)
    // Whose dispatch date it is nobody knows: replacing asks.
    const version = packageVersion(packages[0])
    const change = { ...mine, courier: 'Correios' }
    const replacing = await notifyInvoice(world.ports(), ID, change, [], version)
    expect(codes(replacing.problems)).toContain('REPLACE_LOSES_FIELDS')
  })

  it.each(['rejected', 'rateLimited', 'forbidden', 'unavailable'] as const)(
    'a %s POST surely changed nothing: FAILED, and the next call may send',
    async (kind) => {
      const world = new World(someOrder())
      world.oms.fail({ call: 'notifyInvoice', kind, status: 400, message: 'no' })
      const first = await notifyInvoice(world.ports(), ID, someInvoice(), [], null)
      expect(first.outcome).toBe('FAILED')
      expect(world.journal(ID).intents).toEqual([])
      const second = await notifyInvoice(world.ports(), ID, someInvoice(), [], null)
      expect(second.outcome).toBe('APPLIED')
    }
  )

  it('names right and roles where OMS forbids', async () => {
    const world = new World(someOrder())
    world.oms.fail({ call: 'notifyInvoice', kind: 'forbidden', status: 403 })
    const { problems } = await notifyInvoice(world.ports(), ID, someInvoice(), [], null)
    expect(problems[0].facts).toEqual([
      { name: 'right', value: 'Notify invoice (ShippingAction)' },
      { name: 'roles', value: 'OMS - Full access, IntegrationProfile - Fulfillment Oms' },
    ])
  })
})

describe('a replica killed', () => {
  it('between POST and record: the next caller finds the invoice, sends nothing, and the activity tells', async () => {
    const world = new World(someOrder())
    world.oms.applyDelayMs = 2_000
    world.journalFault = { at: 2, afterCommit: false, killed: true }
    await expect(notifyInvoice(world.ports(), ID, someInvoice(), [], null)).rejects.toThrow(Killed)
    world.releaseDeadClaims()
    expect(world.journal(ID).intents).toMatchObject([{ state: 'SENDING' }])
    const next = await notifyInvoice(world.ports('bob'), ID, someInvoice(), [], null)
    expect(next.outcome).toBe('UNKNOWN')
    world.clock.advance(3_000)
    const later = await notifyInvoice(world.ports('bob'), ID, someInvoice(), [], null)
    expect(later.outcome).toBe('ALREADY_APPLIED')
    expect(world.oms.bodies('notifyInvoice')).toHaveLength(1)
    const activity = await readActivity(world.ports(), ID, 50)
    expect(activity).toContainEqual(
      expect.objectContaining({ actor: 'ana@store.com', outcome: 'APPLIED' })
    )
  })

  it('between intent and POST: after two minutes the invoice goes out once', async () => {
    const world = new World(someOrder())
    world.journalFault = { at: 1, afterCommit: true, killed: true }
    await expect(notifyInvoice(world.ports(), ID, someInvoice(), [], null)).rejects.toThrow(Killed)
    world.releaseDeadClaims()
    const next = await notifyInvoice(world.ports(), ID, someInvoice(), [], null)
    expect(next.outcome).toBe('UNKNOWN')
    // Counted from the longest that its send could have taken.
    world.clock.advance(120_000)
    const soon = await notifyInvoice(world.ports(), ID, someInvoice(), [], null)
    expect(soon.outcome).toBe('UNKNOWN')
    world.clock.advance(20_000)
    const later = await notifyInvoice(world.ports(), ID, someInvoice(), [], null)
    expect(later.outcome).toBe('APPLIED')
    expect(world.oms.bodies('notifyInvoice')).toHaveLength(1)
  })
})

describe('claims and store', () => {
  it('sends nothing where the lease was lost before the POST', async () => {
    const world = new World(someOrder())
    world.claimIsLost = true
    const result = await notifyInvoice(world.ports(), ID, someInvoice(), [], null)
    expect(result.outcome).toBe('REFUSED')
    expect(codes(result.problems)).toEqual(['IN_PROGRESS'])
    expect(world.oms.bodies('notifyInvoice')).toEqual([])
    expect(world.journal(ID).intents).toEqual([])
  })

  it('reads the claim once more where writing the intent took long', async () => {
    const world = new World(someOrder())
    const ports = world.ports()
    const asked: number[] = []
    const claims: typeof ports.claims = {
      hold: (orderId, waitMs, work) =>
        ports.claims.hold(orderId, waitMs, () =>
          work({
            confirm: async () => {
              asked.push(world.clock.now())
              return asked.length === 1
            },
          })
        ),
    }
    const journals: typeof ports.journals = {
      ...ports.journals,
      updateDecided: async (...asked) => {
        await world.clock.sleep(3_000)
        return ports.journals.updateDecided(...asked)
      },
    }
    const slow = { ...ports, claims, journals }
    const result = await notifyInvoice(slow, ID, someInvoice(), [], null)
    expect(asked).toHaveLength(2)
    expect(codes(result.problems)).toEqual(['IN_PROGRESS'])
    expect(world.oms.bodies('notifyInvoice')).toEqual([])
  })

  it('sends nothing where the intent cannot be written', async () => {
    const world = new World(someOrder())
    world.journalFault = { at: 1, afterCommit: false }
    const result = await notifyInvoice(world.ports(), ID, someInvoice(), [], null)
    expect(codes(result.problems)).toEqual(['OMS_UNAVAILABLE'])
    expect(world.oms.bodies('notifyInvoice')).toEqual([])
  })

  it('answers truly where only the settling fails', async () => {
    const world = new World(someOrder())
    world.journalFault = { at: 2, afterCommit: false }
    const result = await notifyInvoice(world.ports(), ID, someInvoice(), [], null)
    expect(result.outcome).toBe('APPLIED')
    expect(world.journal(ID).intents).toEqual([])
  })
})

describe('replace', () => {
  const stored = somePackage({
    trackingNumber: 'AA1',
    courier: 'Correios',
    courierStatus: {
      status: 'ok',
      finished: true,
      deliveredDate: moment('2026-03-09T15:00:00Z'),
      events: [
        {
          date: moment('2026-03-09T15:00:00Z'),
          dateText: 'x',
          description: 'Delivered',
          city: null,
          state: null,
        },
        {
          date: moment('2026-03-08T15:00:00Z'),
          dateText: 'x',
          description: 'Posted',
          city: 'Rio',
          state: 'RJ',
        },
      ],
    },
  })
  const version = packageVersion(stored)
  const change = someInvoice({ invoiceUrl: 'https://store.com/nf/1' })
  const invoiced = () => someOrder({ packages: [stored], status: 'invoiced' })

  it('sends the complete body and puts the tracking history back', async () => {
    const world = new World(invoiced())
    world.oms.applyDelayMs = 1_000
    const result = await notifyInvoice(world.ports(), ID, change, ['REPLACE_LOSES_FIELDS'], version)
    expect(result.outcome).toBe('APPLIED')
    const [after] = world.oms.peek(ID).packages
    expect(after).toMatchObject({
      invoiceUrl: 'https://store.com/nf/1',
      courier: 'Correios',
      trackingNumber: 'AA1',
      invoiceValue: 11_500,
    })
    expect(after.courierStatus).toMatchObject({
      finished: true,
      deliveredDate: '2026-03-09T15:00:00Z',
    })
    expect(after.courierStatus?.events.map(({ description }) => description)).toEqual([
      'Delivered',
      'Posted',
    ])
    expect(world.journal(ID)).toMatchObject({ intents: [], tracking: [] })
  })

  it('asks before a dispatch date is lost that only OMS knows', async () => {
    const world = new World(invoiced())
    const result = await notifyInvoice(world.ports(), ID, change, [], version)
    expect(result.problems).toEqual([
      expect.objectContaining({
        code: 'REPLACE_LOSES_FIELDS',
        facts: [{ name: 'fields', value: 'dispatchedDate' }],
      }),
    ])
  })

  it('refuses another version with what differs', async () => {
    const world = new World(invoiced())
    const result = await notifyInvoice(world.ports(), ID, change, ['REPLACE_LOSES_FIELDS'], 'old')
    expect(result.problems[0]).toMatchObject({
      code: 'INVOICE_CHANGED',
      facts: [{ name: 'version', value: version }],
      differences: [{ field: 'invoiceUrl' }],
    })
  })

  it('ends with nothing lost where OMS renews only the receipt', async () => {
    const world = new World(invoiced())
    world.oms.readings = { repost: 'receiptOnly', events: 'append' }
    const result = await notifyInvoice(world.ports(), ID, change, ['REPLACE_LOSES_FIELDS'], version)
    expect(result.outcome).toBe('ACCEPTED')
    expect(world.oms.peek(ID).packages).toEqual([stored])
    world.clock.advance(120_000)
    const again = await notifyInvoice(world.ports(), ID, change, ['REPLACE_LOSES_FIELDS'], version)
    expect(again.outcome).toBe('ACCEPTED')
    expect(world.oms.bodies('notifyInvoice')).toHaveLength(2)
  })

  it('says so where OMS refuses it', async () => {
    const world = new World(invoiced())
    world.oms.readings = { repost: 'refuses', events: 'append' }
    const result = await notifyInvoice(world.ports(), ID, change, ['REPLACE_LOSES_FIELDS'], version)
    expect(result.outcome).toBe('FAILED')
    expect(codes(result.problems)).toEqual(['OMS_REJECTED'])
    expect(world.oms.peek(ID).packages).toEqual([stored])
  })

  describe('on an order that is not fully invoiced', () => {
    const items = [{ ...stored.items[0], quantity: 1 }]
    const part = { ...stored, items, invoiceValue: cents(4_000) }
    const partly = () => someOrder({ packages: [part], status: 'payment-approved' })
    const partVersion = packageVersion(part)
    const replace = (world: World, accept: ProblemCode[], more = {}) =>
      notifyInvoice(
        world.ports(),
        ID,
        { ...change, ...more },
        ['REPLACE_LOSES_FIELDS', ...accept],
        partVersion
      )

    it.each(['replaces', 'receiptOnly', 'refuses', 'appends'] as const)(
      'asks first, for OMS may count the number twice, and sends nothing (%s)',
      async (repost) => {
        const world = new World(partly())
        world.oms.readings = { repost, events: 'append' }
        const result = await replace(world, [])
        expect(result).toMatchObject({
          outcome: 'REFUSED',
          problems: [
            {
              code: 'REPLACE_MAY_COUNT_TWICE',
              severity: 'WARNING',
              field: ['replace'],
              facts: [{ name: 'value', value: '4000' }],
            },
          ],
        })
        expect(world.oms.bodies('notifyInvoice')).toEqual([])
        expect(world.oms.peek(ID).packages).toEqual([part])
      }
    )

    it.each([
      ['replaces', 'APPLIED'],
      ['receiptOnly', 'ACCEPTED'],
      ['refuses', 'FAILED'],
    ] as const)(
      'keeps all that it does not change, once accepted (%s)',
      async (repost, outcome) => {
        const world = new World(partly())
        world.oms.readings = { repost, events: 'append' }
        const result = await replace(world, ['REPLACE_MAY_COUNT_TWICE'])
        expect(result.outcome).toBe(outcome)
        const url = outcome === 'APPLIED' ? 'https://store.com/nf/1' : null
        const [after] = world.oms.peek(ID).packages
        const { courierStatus, ...kept } = part
        expect(after).toMatchObject({ ...kept, invoiceUrl: url })
        expect(after.courierStatus?.events.map(({ description }) => description)).toEqual(
          courierStatus?.events.map(({ description }) => description)
        )
      }
    )

    it('says that the number stands twice where OMS did count it again', async () => {
      const world = new World(partly())
      world.oms.readings = { repost: 'appends', events: 'append' }
      const { outcome, problems } = await replace(world, ['REPLACE_MAY_COUNT_TWICE'])
      expect([outcome, codes(problems)]).toEqual(['APPLIED', ['INVOICE_AMBIGUOUS']])
    })

    it('does not ask where OMS would have no room for a second one', async () => {
      const world = new World(partly())
      world.oms.readings = { repost: 'appends', events: 'append' }
      const result = await replace(world, ['VALUE_LEAVES_REMAINDER'], { invoiceValue: 7_501 })
      expect([result.outcome, codes(result.problems)]).toEqual(['FAILED', ['OMS_REJECTED']])
      expect(world.oms.peek(ID).packages).toEqual([part])
    })

    it('asks of a return too, which would be refunded twice', async () => {
      const back = somePackage({ invoiceNumber: 'R-1', type: 'INPUT', invoiceValue: cents(500) })
      const world = new World(someOrder({ packages: [stored, back], status: 'invoiced' }))
      const result = await notifyInvoice(
        world.ports(),
        ID,
        { ...change, type: 'INPUT', invoiceNumber: 'R-1' },
        ['REPLACE_LOSES_FIELDS', 'RETURN_TRIGGERS_REFUND'],
        packageVersion(back)
      )
      expect(codes(result.problems)).toEqual(['REPLACE_MAY_COUNT_TWICE'])
    })
  })

  it('leaves putting the history back to the next holder where the lease ran out over the POST', async () => {
    const world = new World(invoiced())
    const ports = world.ports()
    const orders = Object.create(world.oms) as typeof world.oms
    orders.notifyInvoice = async (...args) => {
      const receipt = await world.oms.notifyInvoice(...args)
      world.claimIsLost = true
      return receipt
    }
    const slow = { ...ports, orders }
    await notifyInvoice(slow, ID, change, ['REPLACE_LOSES_FIELDS'], version)
    expect(world.oms.bodies('updateTrackingStatus')).toEqual([])
    world.claimIsLost = false
    await notifyInvoice(world.ports('bob'), ID, change, [], null)
    expect(world.oms.peek(ID).packages[0].courierStatus?.events).toHaveLength(2)
    expect(world.oms.bodies('updateTrackingStatus')).toHaveLength(1)
  })

  it('a kill after the POST loses no history: the next call puts it back', async () => {
    const world = new World(invoiced())
    world.journalFault = { at: 2, afterCommit: false, killed: true }
    await expect(
      notifyInvoice(world.ports(), ID, change, ['REPLACE_LOSES_FIELDS'], version)
    ).rejects.toThrow(Killed)
    world.releaseDeadClaims()
    expect(world.oms.peek(ID).packages[0].courierStatus).toBeNull()
    await notifyInvoice(world.ports(), ID, change, [], null)
    expect(world.oms.peek(ID).packages[0].courierStatus?.events).toHaveLength(2)
    expect(world.journal(ID).tracking).toEqual([])
  })
})

describe('values', () => {
  it('three partials end on the value to the cent', async () => {
    const lines = [someLine({ quantity: 3, roughValue: cents(10_000) })]
    const world = new World(someOrder({ lines }))
    for (const invoiceNumber of ['A', 'B', 'C'])
      await notifyInvoice(
        world.ports(),
        ID,
        someInvoice({ invoiceNumber, items: [someItem({ id: '101' })] }),
        [],
        null
      )
    const values = world.oms.bodies<OutgoingInvoice>('notifyInvoice').map((one) => one.invoiceValue)
    expect(values).toEqual([3_333, 3_334, 4_833])
    expect(world.oms.peek(ID).status).toBe('invoiced')
  })
})
