import { bench, invoice, order, ORDERS } from './testing/bench'

const at = (path: string) => `${ORDERS}/1001-01/${path}`

describe('start-handling', () => {
  it('answers 204 without a body and passes through start-handling', async () => {
    const { call, raw, pass, order: read } = bench([order({ status: 'ready-for-handling' })])
    expect(await raw('POST', at('start-handling'))).toMatchObject({ status: 204, body: '' })
    expect((await read()).status).toBe('start-handling')
    pass(2_000)
    expect((await read()).status).toBe('handling')
    const again = await call('POST', at('start-handling'))
    expect([again.status, again.body]).toEqual([
      400,
      {
        error: {
          code: 'OMS003',
          message: 'Order status should be ready-for-handling to perform this action',
          exception: null,
        },
      },
    ])
  })
})

describe('cancel', () => {
  it('gives a receipt, then cancel, then canceled', async () => {
    const { call, pass, order: read } = bench()
    const { status, body } = await call('POST', at('cancel'), { reason: 'Sem estoque' })
    expect([status, Object.keys(body)]).toEqual([200, ['date', 'orderId', 'receipt']])
    pass(2_000)
    expect(await read()).toMatchObject({ status: 'cancel', cancelReason: 'Sem estoque' })
    pass(500)
    expect((await read()).status).toBe('canceled')
  })

  it('is refused with an Output invoice, applied or accepted, and when invoiced', async () => {
    const { call, pass } = bench()
    await call('POST', at('invoice'), invoice({ invoiceValue: 5_000 }))
    expect((await call('POST', at('cancel'), {})).status).toBe(400)
    pass(2_000)
    expect((await call('POST', at('cancel'), {})).status).toBe(400)
    const { call: other } = bench([order({ status: 'invoiced' })])
    expect((await other('POST', at('cancel'), {})).status).toBe(400)
  })

  it('keeps an invoice out once it is accepted', async () => {
    const { call } = bench()
    await call('POST', at('cancel'), {})
    expect((await call('POST', at('invoice'), invoice())).status).toBe(400)
  })

  it('is denied by the seller: back to handling', async () => {
    const { call, order: read } = bench([order({ status: 'cancellation-requested' })])
    const path = '/api/orders/pvt/document/1001-01/deny-cancellation-request'
    expect((await call('POST', path)).status).toBe(204)
    expect((await read()).status).toBe('handling')
    expect((await call('POST', path)).status).toBe(400)
  })
})

describe('neighbours', () => {
  it('interactions want source and message', async () => {
    const { call } = bench()
    expect((await call('POST', at('interactions'), { source: 'app' })).status).toBe(400)
    expect((await call('POST', at('interactions'), { source: 'app', message: 'x' })).status).toBe(
      200
    )
  })

  it('the payment transaction is the order’s', async () => {
    const payments = [{ paymentSystemName: 'Visa', value: 11_000 }]
    const paymentData = {
      transactions: [{ isActive: true, transactionId: 'T1', merchantName: 'M', payments }],
    }
    const { call } = bench([order({ paymentData })])
    expect((await call('GET', at('payment-transaction'))).body).toMatchObject({
      transactionId: 'T1',
      payments,
    })
  })

  it('unknown orders, routes, methods and bodies get OMS’s shapes', async () => {
    const { call } = bench()
    expect((await call('GET', `${ORDERS}/nobody`)).body.error.code).toBe('OMS007')
    expect((await call('GET', `${ORDERS}/__proto__`)).status).toBe(404)
    expect((await call('GET', at('changestate/handling'))).status).toBe(404)
    expect((await call('DELETE', at('invoice'))).status).toBe(405)
    const { oms } = bench()
    const answer = await oms.handle({
      method: 'POST',
      path: at('invoice'),
      query: new URLSearchParams(),
      headers: {},
      body: '{',
      caller: { kind: 'app', id: 'a', rights: new Set(['ShippingAction']) },
    })
    expect(answer).toMatchObject({ kind: 'answer', status: 400 })
  })
})
