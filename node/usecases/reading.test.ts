import { cents } from '../domain/values/money'
import { packageVersion } from '../domain/package/packageVersion'
import { DEFAULT_SETTINGS } from '../domain/values/settings'
import { notifyInvoice } from './notifyInvoice'
import { previewInvoice } from './previewInvoice'
import { readActivity } from './readActivity'
import { invoicedOf } from './testing/fakeOms'
import { someInvoice, someItem, someOrder, somePackage } from './testing/someOrder'
import { World } from './testing/world'
import { viewOrder } from './viewOrder'

const ID = '1400-01'
const codes = (problems: readonly { code: string }[]): string[] => problems.map(({ code }) => code)

describe('viewing an order', () => {
  it('is null where OMS knows none, and a fault where it does not answer', async () => {
    expect(await viewOrder(new World().ports(), ID)).toBeNull()
    const here = new World(someOrder())
    here.oms.fail({ call: 'get', kind: 'forbidden', status: 403 })
    await expect(viewOrder(here.ports(), ID)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('tries a read again that was limited or unavailable, not one that was refused', async () => {
    const here = new World(someOrder())
    here.oms.fail({ call: 'get', kind: 'rateLimited', times: 2 })
    expect(await viewOrder(here.ports(), ID)).not.toBeNull()
    here.oms.fail({ call: 'get', kind: 'unavailable', times: 2 })
    await expect(viewOrder(here.ports(), ID)).rejects.toMatchObject({ kind: 'unavailable' })
    here.oms.forgetFaults()
    here.oms.fail({ call: 'get', kind: 'rateLimited', retryAfterSeconds: 60 })
    await expect(viewOrder(here.ports(), ID)).rejects.toMatchObject({ retryAfterSeconds: 60 })
  })

  it('goes on without journal, settings, changes and rights that cannot be read', async () => {
    const here = new World(someOrder({ carriesChanges: true }))
    here.oms.fail({ call: 'changes', kind: 'forbidden' })
    const ports = here.ports()
    const fail = async (): Promise<never> => {
      throw Object.assign(new Error('down'), { kind: 'unavailable', upstream: 'VBASE' })
    }
    const view = await viewOrder(
      {
        ...ports,
        journals: { ...ports.journals, read: fail },
        settings: { ...ports.settings, read: fail },
        caller: { ...ports.caller, has: fail },
      },
      ID
    )
    expect(view).toMatchObject({ stage: 'TO_INVOICE', allowedActions: [] })
    expect(view?.blocked).toHaveLength(5)
  })

  it('shows a change under way as attention and as the reason why nothing is invoiced', async () => {
    const here = new World(someOrder({ carriesChanges: true }))
    here.oms.changeStates.set(ID, { inProgress: true, requestId: 'r-1' })
    const view = await viewOrder(here.ports(), ID)
    expect(view?.attention).toMatchObject([
      { code: 'ORDER_CHANGE_IN_PROGRESS', facts: [{ name: 'requestId', value: 'r-1' }] },
    ])
    expect(view?.blocked).toContainEqual({
      action: 'NOTIFY_INVOICE',
      problem: expect.objectContaining({ code: 'ORDER_CHANGE_IN_PROGRESS' }),
    })
  })

  it('says stuck of an order whose invoice OMS took and shows after an hour still not, and no sooner', async () => {
    const here = new World(someOrder())
    here.oms.applyDelayMs = 24 * 60 * 60_000
    const sentAt = new Date(here.clock.now()).toISOString()
    const first = await notifyInvoice(here.ports(), ID, someInvoice(), [], null)
    expect(first).toMatchObject({ outcome: 'ACCEPTED', view: { attention: [] } })
    here.clock.advance(50 * 60_000)
    // Asking again is no send.
    await notifyInvoice(here.ports(), ID, someInvoice(), [], null)
    expect((await viewOrder(here.ports(), ID))?.attention).toMatchObject([
      { code: 'WRITE_NOT_SHOWN', facts: [{ value: 'NF-1' }, {}, { value: sentAt }] },
    ])
    here.clock.advance(10 * 60_000)
    expect((await viewOrder(here.ports(), ID))?.attention).toMatchObject([
      { code: 'ORDER_STUCK', facts: [{}, { name: 'since', value: sentAt }] },
      { code: 'INVOICE_NOT_SHOWN', facts: [{ value: 'NF-1' }, {}, { value: sentAt }, {}] },
    ])
  })

  it('waits an hour for OMS to move an order whose invoice it shows', async () => {
    const here = new World(someOrder())
    await notifyInvoice(here.ports(), ID, someInvoice(), [], null)
    here.oms.change(ID, () => ({ status: 'handling' }))
    expect((await viewOrder(here.ports(), ID))?.attention).toEqual([])
    here.clock.advance(60 * 60_000)
    expect(codes((await viewOrder(here.ports(), ID))?.attention ?? [])).toEqual(['ORDER_STUCK'])
  })

  it('feeds the search by number', async () => {
    const stored = somePackage({ trackingNumber: 'AA1' })
    const here = new World(someOrder({ status: 'invoiced', packages: [stored] }))
    await viewOrder(here.ports(), ID)
    expect([...here.numbers.keys()]).toEqual(['NF-1', 'AA1'])
  })
})

describe('preview', () => {
  const preview = (here: World, changes = {}, version: string | null = null) =>
    previewInvoice(here.ports(), ID, someInvoice(changes), version)

  it('sends nothing, and says what would be sent and what OMS would then do', async () => {
    const here = new World(someOrder())
    expect(await preview(here, { items: [someItem({ itemIndex: 0 })] })).toMatchObject({
      invoiceNumber: 'NF-1',
      invoiceValue: 5_000,
      issuanceDate: '2026-03-10T12:00:00.000Z',
      items: [{ itemIndex: 0, id: '101', quantity: 1, price: 5_000 }],
      remainingAfter: 6_500,
      completesOrder: false,
      problems: [],
    })
    expect(here.oms.sent.map(({ call }) => call)).toEqual(['get'])
    expect(here.journalWrites).toBe(0)
  })

  it('says every problem at once, warnings and errors, each with its field', async () => {
    const here = new World(someOrder({ carriesChanges: false }))
    const found = await preview(here, {
      invoiceNumber: 'NF 1',
      invoiceValue: 12_000,
      trackingUrl: 'x',
      issuanceDate: 'yesterday',
    })
    expect(found.problems.map(({ code, field }) => `${code} ${field.join('.')}`)).toEqual([
      'INVOICE_NUMBER_UNSAFE invoice.invoiceNumber',
      'DATE_INVALID invoice.issuanceDate',
      'URL_INVALID invoice.trackingUrl',
      'VALUE_OVER_REMAINING invoice.invoiceValue',
    ])
    expect(found.completesOrder).toBe(true)
  })

  it('looks past warnings for a change under way', async () => {
    const here = new World(someOrder({ carriesChanges: true }))
    here.oms.changeStates.set(ID, { inProgress: true, requestId: null })
    expect(codes((await preview(here, { invoiceValue: 11_000 })).problems)).toEqual([
      'ORDER_CHANGE_IN_PROGRESS',
    ])
  })

  it('finds no problem in what OMS holds already, and the differences where it holds another', async () => {
    const here = new World(someOrder({ status: 'invoiced', packages: [somePackage()] }))
    expect(await preview(here)).toMatchObject({
      invoiceValue: 11_500,
      remainingAfter: 0,
      problems: [],
    })
    const other = await preview(here, { courier: 'Correios' })
    expect(other.problems).toMatchObject([
      { code: 'INVOICE_EXISTS', differences: [{ field: 'courier' }] },
    ])
    const replacing = await preview(here, { courier: 'Correios' }, packageVersion(somePackage()))
    expect(codes(replacing.problems)).toEqual(['REPLACE_LOSES_FIELDS'])
  })

  it('says ORDER_NOT_FOUND with the order id', async () => {
    expect((await preview(new World())).problems).toMatchObject([
      { code: 'ORDER_NOT_FOUND', facts: [{ name: 'orderId', value: ID }] },
    ])
  })
})

describe('activity', () => {
  it('tells every attempt: who, what, how it ended', async () => {
    const here = new World(someOrder())
    await notifyInvoice(here.ports('ana'), ID, someInvoice({ invoiceNumber: '1/2' }), [], null)
    await notifyInvoice(here.ports('bob'), ID, someInvoice(), [], null)
    await notifyInvoice(here.ports('cleo'), ID, someInvoice(), [], null)
    const entries = await readActivity(here.ports(), ID, 50)
    expect(entries.map(({ actor, outcome }) => `${actor} ${outcome}`)).toEqual([
      'cleo ALREADY_APPLIED',
      'bob APPLIED',
      'ana REFUSED',
    ])
    expect(entries[2].summary).toContain('INVOICE_NUMBER_UNSAFE')
    expect(entries[1].summary).toBe('invoice of 115.00 BRL; 2 × 101')
  })

  it('shows a send whose end nobody wrote down', async () => {
    const here = new World(someOrder())
    here.journalFault = { at: 2, afterCommit: false, killed: true }
    await expect(notifyInvoice(here.ports(), ID, someInvoice(), [], null)).rejects.toThrow('killed')
    expect(await readActivity(here.ports(), ID, 50)).toMatchObject([
      { outcome: 'UNKNOWN', invoiceNumber: 'NF-1' },
    ])
  })
})

describe('the note on the order', () => {
  const noting = (): World => {
    const here = new World(someOrder())
    here.settings = { ...DEFAULT_SETTINGS, noteOnOrder: true }
    return here
  }

  it('is written by setting only, for what changed only', async () => {
    const silent = new World(someOrder())
    await notifyInvoice(silent.ports(), ID, someInvoice(), [], null)
    expect(silent.oms.bodies('addInteraction')).toEqual([])
    const here = noting()
    await notifyInvoice(here.ports(), ID, someInvoice(), [], null)
    await notifyInvoice(here.ports(), ID, someInvoice(), [], null)
    expect(here.oms.bodies('addInteraction')).toEqual([
      'NotifyInvoice · NF-1 · invoice of 115.00 BRL; 2 × 101 · by ana@store.com',
    ])
  })

  it('never fails the call', async () => {
    const here = noting()
    here.oms.fail({ call: 'addInteraction', kind: 'unknown' })
    const result = await notifyInvoice(here.ports(), ID, someInvoice(), [], null)
    expect(result.outcome).toBe('APPLIED')
  })
})

describe('documents', () => {
  const KEY = '31170758731662018088550010006437971006437976'

  it('are registered by hash, and found on another order', async () => {
    const other = someOrder({ orderId: '1500-01' })
    const here = new World(someOrder(), other)
    await notifyInvoice(here.ports(), ID, someInvoice({ invoiceKey: KEY }), [], null)
    expect([...here.registered.entries()]).toEqual([[expect.stringMatching(/^[0-9a-f]{64}$/), ID]])
    const second = await notifyInvoice(
      here.ports(),
      '1500-01',
      someInvoice({ invoiceKey: KEY }),
      [],
      null
    )
    expect(second.problems).toMatchObject([
      { code: 'DOCUMENT_ON_OTHER_ORDER', facts: [{ name: 'orderId', value: ID }] },
    ])
    const same = await notifyInvoice(here.ports(), ID, someInvoice({ invoiceKey: KEY }), [], null)
    expect(same.outcome).toBe('ALREADY_APPLIED')
  })

  it('are registered too where the answer was lost and the invoice shows later', async () => {
    const here = new World(someOrder())
    here.oms.applyDelayMs = 60_000
    here.oms.fail({ call: 'notifyInvoice', kind: 'unknown', afterCommit: true })
    const send = () => notifyInvoice(here.ports(), ID, someInvoice({ invoiceKey: KEY }), [], null)
    expect((await send()).outcome).toBe('UNKNOWN')
    expect(here.registered.size).toBe(0)
    here.clock.advance(60_000)
    expect((await send()).outcome).toBe('ALREADY_APPLIED')
    expect([...here.registered.values()]).toEqual([ID])
  })
})

describe('freight', () => {
  it('on the first invoice leaves the lines to the others', async () => {
    const here = new World(someOrder())
    here.settings = { ...DEFAULT_SETTINGS, freightOn: 'FIRST_INVOICE' }
    const one = someInvoice({ items: [someItem({ id: '101' })] })
    await notifyInvoice(here.ports(), ID, one, [], null)
    expect(invoicedOf(here.oms.peek(ID))).toBe(cents(6_500))
    await notifyInvoice(here.ports(), ID, someInvoice({ invoiceNumber: 'NF-2' }), [], null)
    expect(invoicedOf(here.oms.peek(ID))).toBe(cents(11_500))
  })
})
