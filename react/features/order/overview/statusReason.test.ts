import en from '../../../../messages/en.json'
import es from '../../../../messages/es.json'
import pt from '../../../../messages/pt.json'
import { invoiceReason, statusReason } from './statusReason'

const LANGUAGES: Array<[string, Record<string, string>]> = [
  ['en', en],
  ['pt', pt],
  ['es', es],
]
/** Every status that VTEX's texts name, but those in which an invoice may go out. */
const STATUSES = `order-created on-order-completed on-order-completed-ffm payment-pending
  waiting-for-order-authorization approve-payment payment-approved request-cancel
  waiting-for-seller-decision waiting-ffmt-authorization waiting-for-authorization
  waiting-for-manual-authorization authorize-fulfillment order-create-error order-creation-error
  window-to-cancel window-to-change-seller waiting-for-mkt-authorization
  invoice-after-cancellation-deny order-accepted invoice invoiced replaced cancel canceled
  window-to-change-payment waiting-for-fulfillment ready-for-invoicing release-to-fulfillment
  order-completed payment-denied cancellation-request-denied-ffm
  waiting-for-sellers-confirmation`.split(/\s+/)

const blockedBy = (code: string) => [
  { action: 'NOTIFY_INVOICE' as const, problem: { code } as never },
]

describe('why there is no form', () => {
  test.each(STATUSES)('%s has a sentence of its own in each language', (status) => {
    const reason = statusReason(status)

    expect(reason).not.toBe('unknown')
    for (const [, messages] of LANGUAGES) {
      expect(messages[`admin/invoice-tracking.order.reason-${reason}`]).toBeTruthy()
    }
  })

  test('only what is unpaid waits for payment', () => {
    const waiting = STATUSES.filter((status) => statusReason(status) === 'payment')

    expect(waiting).toEqual([
      'order-created',
      'on-order-completed',
      'on-order-completed-ffm',
      'payment-pending',
      'window-to-change-payment',
      'order-completed',
    ])
  })

  test('an order that VTEX verifies says so, and one in an unheard-of status names it', () => {
    const verified = {
      status: 'invoice',
      blocked: blockedBy('ORDER_STATE_FORBIDS'),
      attention: [],
    }
    const stuck = { ...verified, attention: [{ code: 'ORDER_STUCK' } as never] }

    expect(invoiceReason(verified)).toEqual({ status: 'verifying' })
    expect(invoiceReason(stuck)).toEqual({ status: 'verifying-stuck' })
    expect(invoiceReason({ status: 'new-by-vtex', blocked: [], attention: [] })).toEqual({
      status: 'unknown',
    })
  })

  test.each(['ORDER_INCOMPLETE', 'ORDER_CANCELING', 'OMS_FORBIDDEN', 'ORDER_CHANGE_IN_PROGRESS'])(
    '%s speaks for itself in any status',
    (code) => {
      expect(
        invoiceReason({ status: 'payment-pending', blocked: blockedBy(code), attention: [] })
      ).toMatchObject({ problem: { code } })
    }
  )
})
