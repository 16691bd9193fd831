import type { InvoiceRecord } from '../journal/intent'
import type { CourierStatus, Package } from '../order/order'
import { problem } from '../problem/problems'
import { someIntent } from '../testing/someIntent'
import { moment, someOrder, somePackage } from '../testing/someOrder'
import { acceptedCarrier, onlyTracked } from './trackedPackage'
import { showsTexts } from './trackingEdit'
import { decideTrackingStatus, showsSent } from './trackingStatus'

const NOW = Date.parse('2026-03-10T12:00:00Z')

describe('the only shipped invoice of an order', () => {
  it('counts no return, and a number with blanks around it once', () => {
    const order = someOrder({ packages: [somePackage({ invoiceNumber: ' NF-1 ' })] })
    const sent = [
      someIntent({ invoiceNumber: 'NF-1' }),
      someIntent({ invoiceNumber: 'NF-9', type: 'INPUT' }),
    ]
    expect(onlyTracked(order, sent)).toEqual({ invoiceNumber: 'NF-1' })
    expect(onlyTracked(order, [])).toEqual({ invoiceNumber: 'NF-1' })
    expect(onlyTracked(order, [someIntent({ invoiceNumber: 'NF-2' })])).toMatchObject({
      problem: { code: 'INVOICE_NOT_NAMED' },
    })
  })
})

it('tracking with a problem is carried by no invoice that is on its way', () => {
  const carried = (problems: readonly never[] | readonly ReturnType<typeof problem>[]) =>
    acceptedCarrier(someOrder(), [someIntent()], 'NF-2', { tracking: {}, problems })
  expect(carried([])?.invoiceNumber).toBe('NF-2')
  expect(carried([problem('URL_INVALID')])).toBeNull()
})

it('a text that is named as nothing asks for nothing', () => {
  const stored = somePackage({ courier: 'Correios' })
  expect(showsTexts(stored, { courier: null } as never)).toBe(true)
  expect(showsTexts(stored, { courier: 'Jadlog' })).toBe(false)
})

describe('a tracking status', () => {
  const EVENT = { description: 'posted', city: null, state: null }
  const at = (date: string) => ({ ...EVENT, date: moment(date), dateText: date })
  const status = (changes: Partial<CourierStatus>): CourierStatus => ({
    status: 'ok',
    finished: false,
    deliveredDate: null,
    events: [],
    ...changes,
  })
  const tracked = (courierStatus: CourierStatus | null): Package =>
    somePackage({ trackingNumber: 'AA1', courierStatus })
  const codes = ({ problems }: { readonly problems: readonly { readonly code: string }[] }) =>
    problems.map(({ code }) => code)

  it('told late says nothing about a delivery that lies before the dispatch', () => {
    const delivered = moment('2026-03-02T10:00:00Z')
    const stored = tracked(status({ finished: true, deliveredDate: delivered }))
    const record: InvoiceRecord = {
      invoiceNumber: 'NF-1',
      wroteInvoice: true,
      dispatchedDate: moment('2026-03-05T10:00:00Z'),
      descriptions: [],
    }
    const decide = (isDelivered: boolean) =>
      decideTrackingStatus(
        stored,
        [],
        record,
        {
          isDelivered,
          deliveredDate: isDelivered ? delivered : null,
          events: [{ ...EVENT, date: '2026-03-01T10:00:00Z' }],
        },
        NOW
      )
    expect(codes(decide(false))).toEqual([])
    expect(codes(decide(true))).toEqual(['DELIVERED_BEFORE_DISPATCH'])
  })

  it('with an event that is wrong is not called known', () => {
    const stored = tracked(status({ events: [at('2026-03-01T10:00:00Z')] }))
    const decide = (...more: unknown[]) =>
      decideTrackingStatus(
        stored,
        [],
        null,
        {
          isDelivered: false,
          deliveredDate: null,
          events: [
            { ...EVENT, date: '2026-03-01T10:00:00Z' },
            ...more.map((date) => ({ ...EVENT, date })),
          ],
        },
        NOW
      )
    expect(codes(decide())).toEqual(['EVENTS_ALL_KNOWN'])
    expect(codes(decide('yesterday'))).toEqual(['DATE_INVALID'])
  })

  it('that delivers without a date is shown once the package is delivered', () => {
    const sent = { isDelivered: true, deliveredDate: null, events: [] }
    const [before, shown] = [tracked(null), tracked(status({ finished: true }))]
    expect(showsSent(shown, before, sent)).toBe(true)
    expect(showsSent(before, before, sent)).toBe(false)
    // A date alone is shown only once it is another.
    expect(showsSent(shown, shown, sent)).toBe(false)
  })
})
