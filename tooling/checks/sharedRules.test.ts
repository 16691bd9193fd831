import fc from 'fast-check'
import { LONGEST_SEND_MS, UNKNOWN_FOR_MS } from '../../node/domain/journal/waiting'
import { isSafeInvoiceNumber } from '../../node/domain/package/invoiceNumber'
import { isUnaddressable } from '../../react/features/order/orderModel'
import { LONGEST_LOCK_MS } from '../../react/shared/sending/unanswered'

/** Service and panel are built apart: the two rules that both know are held equal here. */

it('the panel keeps a form locked as long as the service would, where that cannot be asked', () => {
  expect(LONGEST_LOCK_MS).toBe(LONGEST_SEND_MS + UNKNOWN_FOR_MS)
})

it('a number that the service takes for one that VTEX can address is one to the panel', () => {
  const signs = fc.constantFrom(
    'A',
    'z',
    '0',
    '9',
    '-',
    '_',
    ' ',
    '/',
    '.',
    '#',
    'é',
    'Ａ',
    '\n',
    ''
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(signs).map((some) => some.join('')),
        fc.string()
      ),
      (number) => {
        const parcel = { invoiceNumber: number, type: 'OUTPUT' as const, allowedActions: [] }
        expect(isUnaddressable(parcel)).toBe(!isSafeInvoiceNumber(number))
      }
    )
  )
})
