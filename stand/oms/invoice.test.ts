import fc from 'fast-check'
import { bench, invoice, line, order, ORDERS, type Parsed } from './testing/bench'

const PATH = `${ORDERS}/1001-01/invoice`

describe('NotifyInvoice', () => {
  it('answers with a receipt first and shows the package after the apply delay', async () => {
    const { call, pass, order: read } = bench()
    const answer = await call('POST', PATH, invoice())
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({
      date: '2026-03-10T12:00:00.0000000+00:00',
      orderId: '1001-01',
      receipt: expect.stringMatching(/^[0-9a-f]{32}$/),
    })
    pass(1_999)
    expect((await read()).packageAttachment.packages).toEqual([])
    pass(1)
    const shown = await read()
    expect(shown.status).toBe('invoice')
    expect(shown.packageAttachment.packages[0]).toMatchObject({
      invoiceNumber: '4711',
      invoiceValue: 11_000,
      embeddedInvoice: '',
      issuanceDate: '2026-03-10T12:00:00.0000000+00:00',
      courierStatus: null,
      items: [{ itemIndex: 0, quantity: 2, price: 5_000, description: 'Product 18' }],
    })
    pass(500)
    const settled = await read()
    expect(settled).toMatchObject({
      status: 'invoiced',
      invoicedDate: '2026-03-10T12:00:02.5000000+00:00',
    })
  })

  it('never shows dispatchedDate, nor reads the misspelt embededInvoice', async () => {
    const { call, pass, order: read } = bench()
    await call('POST', PATH, {
      ...invoice(),
      dispatchedDate: '2026-03-10T10:00:00Z',
      embededInvoice: '<NFe/>',
    })
    pass(2_000)
    const text = JSON.stringify(await read())
    expect(text).not.toContain('ispatch')
    expect(text).not.toContain('<NFe/>')
  })

  it('takes the value as digits and refuses decimals, zero and what is above the remainder', async () => {
    const { call } = bench()
    const post = (invoiceValue: unknown) => call('POST', PATH, invoice({ invoiceValue }))
    for (const wrong of ['110.00', 110.5, 0, '0', -1, '', null, '1e3']) {
      expect((await post(wrong)).status).toBe(400)
    }
    const over = await post(11_001)
    expect(over.status).toBe(400)
    expect(over.body.error).toEqual({ code: '1', message: expect.any(String), exception: null })
    expect((await post('11000')).status).toBe(200)
  })

  it.each(['type', 'issuanceDate', 'invoiceNumber', 'invoiceValue'])(
    'names a missing %s',
    async (name) => {
      const { call } = bench()
      const answer = await call('POST', PATH, invoice({ [name]: undefined }))
      expect(answer.status).toBe(400)
      expect(answer.body.error.message).toContain(name)
    }
  )

  it('counts an accepted invoice before it shows, unless the reading says not to', async () => {
    const counted = bench()
    await counted.call('POST', PATH, invoice({ invoiceNumber: '1', invoiceValue: 6_000 }))
    const second = await counted.call(
      'POST',
      PATH,
      invoice({ invoiceNumber: '2', invoiceValue: 6_000 })
    )
    expect(second.status).toBe(400)

    const ignored = bench()
    ignored.oms.setBehaviour({ readings: { acceptedUnseen: 'ignored' } })
    await ignored.call('POST', PATH, invoice({ invoiceNumber: '1', invoiceValue: 6_000 }))
    await ignored.call('POST', PATH, invoice({ invoiceNumber: '2', invoiceValue: 6_000 }))
    ignored.pass(10_000)
    expect((await ignored.order()).packageAttachment.packages).toHaveLength(2)
  })

  it.each([
    ['payment-pending', 400],
    ['window-to-cancel', 400],
    ['payment-approved', 400],
    ['canceled', 400],
    ['invoiced', 400],
    ['ready-for-handling', 200],
    ['waiting-seller-handling', 200],
    ['cancellation-requested', 200],
  ])('in %s answers %i', async (status, expected) => {
    const { call } = bench([order({ status })])
    expect((await call('POST', PATH, invoice())).status).toBe(expected)
  })

  it('refuses an incomplete order', async () => {
    const { call } = bench([order({ isCompleted: false })])
    expect((await call('POST', PATH, invoice())).status).toBe(400)
  })

  it('closes the order exactly when the Output sum reaches its value, whatever the split', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 4_000 }), { minLength: 1, maxLength: 5 }),
        async (values) => {
          const { call, pass, order: read } = bench()
          let left = 11_000
          const parts = [...values.filter((value) => (left -= value) > 0)]
          parts.push(11_000 - parts.reduce((sum, value) => sum + value, 0))
          for (const [index, invoiceValue] of parts.entries()) {
            expect((await read()).status).toBe(index === 0 ? 'handling' : 'payment-approved')
            const body = invoice({ invoiceNumber: `N${index}`, invoiceValue, items: undefined })
            expect((await call('POST', PATH, body)).status).toBe(200)
            pass(2_000)
          }
          pass(500)
          const { status, packageAttachment } = await read()
          expect(status).toBe('invoiced')
          expect(packageAttachment.packages).toHaveLength(parts.length)
        }
      ),
      { numRuns: 30 }
    )
  })

  it('leaves a cent missing as partial, and closes within the tolerance of the reading', async () => {
    const short = invoice({ invoiceValue: 10_999 })
    const strict = bench()
    await strict.call('POST', PATH, short)
    strict.pass(5_000)
    expect((await strict.order()).status).toBe('payment-approved')
    const lenient = bench()
    lenient.oms.setBehaviour({ readings: { sumTolerance: 1 } })
    await lenient.call('POST', PATH, short)
    lenient.pass(5_000)
    expect((await lenient.order()).status).toBe('invoiced')
  })

  it('infers items where none are given and the value is reached, and none below it', async () => {
    const whole = bench()
    await whole.call('POST', PATH, invoice({ items: [] }))
    whole.pass(2_000)
    expect((await whole.order()).packageAttachment.packages[0]).toMatchObject({
      EnableInferItems: true,
      items: [{ itemIndex: 0, quantity: 2 }],
    })
    const part = bench()
    await part.call('POST', PATH, invoice({ items: undefined, invoiceValue: 5_000 }))
    part.pass(2_000)
    expect((await part.order()).packageAttachment.packages[0].items).toEqual([])
  })

  it('maps a repeated SKU to its first line, or spreads it by reading; foreign ones to -1', async () => {
    const twins = [line({ quantity: 1 }), line({ quantity: 2, price: 4_000 })]
    const items = [
      { id: '18', quantity: 3, price: 4_333 },
      { id: '99', quantity: 1, price: 1 },
    ]
    const body = invoice({ items, invoiceValue: 14_000 })
    const indexes = async (reading: string) => {
      const { oms, call, pass, order: read } = bench([order({ items: twins })])
      oms.setBehaviour({ readings: { duplicateSku: reading } })
      await call('POST', PATH, body)
      pass(2_000)
      return (await read()).packageAttachment.packages[0].items.map((item: Parsed) => [
        item.itemIndex,
        item.quantity,
      ])
    }
    expect(await indexes('firstLine')).toEqual([
      [0, 3],
      [-1, 1],
    ])
    expect(await indexes('spread')).toEqual([
      [0, 1],
      [1, 2],
      [-1, 1],
    ])
  })
})

describe('Input', () => {
  const back = invoice({ type: 'Input', invoiceNumber: 'R1', invoiceValue: 4_000 })

  it('carries a restitution once the order is invoiced, and none before', async () => {
    const early = bench()
    await early.call('POST', PATH, invoice({ invoiceValue: 5_000 }))
    early.pass(2_000)
    await early.call('POST', PATH, back)
    early.pass(2_000)
    expect((await early.order()).packageAttachment.packages[1].restitutions).toBeNull()

    const late = bench()
    await late.call('POST', PATH, invoice())
    late.pass(3_000)
    await late.call('POST', PATH, back)
    late.pass(3_000)
    const shown = await late.order()
    expect(shown.status).toBe('invoiced')
    expect(shown.packageAttachment.packages[1].restitutions.Refund.value).toBe(4_000)
  })

  it('leaves the status of a partially invoiced order alone', async () => {
    const { oms, call, pass, order: read } = bench()
    oms.setBehaviour({ readings: { partialStatus: 'handling' } })
    await call('POST', PATH, invoice({ invoiceValue: 5_000 }))
    pass(2_000)
    oms.setBehaviour({ readings: { partialStatus: 'payment-approved' } })
    await call('POST', PATH, back)
    pass(2_000)
    expect((await read()).status).toBe('handling')
  })

  it('above what is invoiced is refused in VTEX’s words, and needs its own right', async () => {
    const { call, pass } = bench()
    await call('POST', PATH, invoice())
    pass(3_000)
    const over = await call('POST', PATH, { ...back, invoiceValue: 11_001 })
    expect(over.status).toBe(400)
    expect(over.body.error.message).toBe('Unable to use the restitution Refund more than 110.0')
  })
})
