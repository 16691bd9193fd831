import fc from 'fast-check'

import type { Right } from '../domain/problem/rights'
import { describeViewer } from './describeViewer'

const RIGHTS: readonly Right[] = [
  'OMSViewer',
  'WorkflowAction',
  'ShippingAction',
  'RefundAction',
  'read-write-apps-settings',
]
const account = { timeZone: async () => 'America/Bogota' }

it('says of each right what it allows; a return is an invoice and a refund', async () => {
  await fc.assert(
    fc.asyncProperty(fc.subarray([...RIGHTS]), async (held) => {
      const caller = { actor: 'ana', has: async (right: Right) => held.includes(right) }
      expect(await describeViewer({ account, caller })).toEqual({
        actor: 'ana',
        canView: held.includes('OMSViewer'),
        canStartHandling: held.includes('WorkflowAction'),
        canInvoice: held.includes('ShippingAction'),
        canReturn: held.includes('ShippingAction') && held.includes('RefundAction'),
        canConfigure: held.includes('read-write-apps-settings'),
        timeZone: 'America/Bogota',
      })
    })
  )
})
