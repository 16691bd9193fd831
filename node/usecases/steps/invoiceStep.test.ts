import { someIntent } from '../../domain/testing/someIntent'
import { enter } from '../journalEntries'
import { readDocument } from '../invoiceQuestion'
import { someInvoice, someOrder } from '../testing/someOrder'
import { World } from '../testing/world'
import { invoiceStep } from './invoiceStep'

const ID = '1400-01'

describe('an invoice that nobody has answered for', () => {
  it('is UNKNOWN, with what that was judged on, and goes out no second time', async () => {
    const world = new World(someOrder())
    const command = someInvoice()
    const ports = world.ports()
    const intent = someIntent({ invoiceNumber: 'NF-1', state: 'SENDING' })
    await enter(ports, ID, [{ intent, happened: 'INVOICE_WRITTEN', history: null }])
    const opened = { order: world.oms.peek(ID), journal: await ports.journals.read(ID) }
    const read = readDocument(command)
    const asked = { command, read, accept: [], replaceVersion: null, carries: null }
    const judged = await invoiceStep({ orderId: ID, startedAt: 0 }, asked).judge(
      ports,
      opened,
      null
    )
    expect(judged).toMatchObject({
      ended: { ...opened, outcome: 'UNKNOWN', invoiceNumber: 'NF-1' },
    })
  })
})
