import fc from 'fast-check'
import { bench, invoice, ORDERS } from './testing/bench'

const PATH = `${ORDERS}/1001-01/invoice`

describe('the same number again', () => {
  const first = invoice({ trackingNumber: 'BR1', courier: 'Correios', invoiceValue: 5_000 })
  const again = invoice({ invoiceValue: 6_000, invoiceUrl: 'https://example.com/1.pdf' })

  async function rePost(reading: string) {
    const { oms, call, pass, order: read } = bench()
    oms.setBehaviour({ readings: { rePost: reading } })
    await call('POST', PATH, first)
    pass(2_000)
    await call('PUT', `${PATH}/4711/tracking`, {
      isDelivered: false,
      events: [{ date: '2026-03-10', description: 'x' }],
    })
    pass(2_000)
    const answer = await call('POST', PATH, again)
    pass(2_000)
    return { answer, packages: (await read()).packageAttachment.packages }
  }

  it('replaces the whole package, events too, and does not count the value twice', async () => {
    const { answer, packages } = await rePost('replace')
    expect(answer.status).toBe(200)
    expect(packages).toHaveLength(1)
    expect(packages[0]).toMatchObject({
      invoiceValue: 6_000,
      trackingNumber: null,
      courierStatus: null,
    })
  })

  it('renews only the receipt', async () => {
    const { answer, packages } = await rePost('receiptOnly')
    expect(answer.status).toBe(200)
    expect(packages).toHaveLength(1)
    expect(packages[0]).toMatchObject({ invoiceValue: 5_000, trackingNumber: 'BR1' })
  })

  it('is refused', async () => {
    const { answer, packages } = await rePost('refuse')
    expect(answer.status).toBe(409)
    expect(packages[0].invoiceValue).toBe(5_000)
  })

  it('makes a second package', async () => {
    const { answer, packages } = await rePost('append')
    expect(answer.status).toBe(200)
    expect(packages).toHaveLength(2)
  })

  it('counts with its last value while it is unseen', async () => {
    const { call } = bench()
    await call('POST', PATH, first)
    await call('POST', PATH, again)
    const other = (invoiceValue: number) =>
      call('POST', PATH, invoice({ invoiceNumber: '4712', invoiceValue }))
    expect((await other(6_000)).status).toBe(400)
    expect((await other(5_000)).status).toBe(200)
  })

  it('is idempotent under replace and receiptOnly, however often it is sent', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('replace', 'receiptOnly'),
        fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 5 }),
        async (reading, pauses) => {
          const { oms, call, pass, order: read } = bench()
          oms.setBehaviour({ readings: { rePost: reading } })
          await call('POST', PATH, invoice())
          for (const pause of pauses) {
            pass(pause)
            expect((await call('POST', PATH, invoice())).status).toBe(200)
          }
          pass(10_000)
          const { status, packageAttachment } = await read()
          expect(status).toBe('invoiced')
          expect(packageAttachment.packages).toHaveLength(1)
        }
      ),
      { numRuns: 30 }
    )
  })
})
