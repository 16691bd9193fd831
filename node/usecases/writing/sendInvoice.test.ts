import { cents } from '../../domain/values/money'
import { notifyInvoice } from '../notifyInvoice'
import type { OrdersPort } from '../ports'
import { moment, someInvoice, someOrder, somePackage } from '../testing/someOrder'
import { World } from '../testing/world'

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
