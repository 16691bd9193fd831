import { plainPlan } from './harness/orders'
import { useStand } from './harness/stand'

/** An account where the app has never written: whoever comes first prepares VBase, several at once. */

const stand = useStand({ replicas: 2, firstUse: true })

it.each([0, 5, 40])(
  'seeds race with VBase at %d ms: every invoice is sent once',
  async (latencyMs) => {
    await stand.vbase({ latencyMs })
    const orders = Array.from({ length: 4 }, () => stand.plant(plainPlan()).orderId)
    const calls = [...orders, ...orders, ...orders]
    const sent = await Promise.all(
      calls.map((orderId) => stand.admin.notifyInvoice(orderId, { invoiceNumber: '1' }))
    )
    for (const [at, { outcome, problems }] of sent.entries()) {
      const codes = problems.map(({ code }) => code).join()
      expect([calls[at], outcome, codes]).toEqual([
        calls[at],
        expect.stringMatching(/APPLIED|REFUSED/),
        expect.stringMatching(/^(IN_PROGRESS)?$/),
      ])
    }
    const posts = (await stand.writes()).filter(({ operation }) => operation === 'NotifyInvoice')
    expect(posts.map(({ path }) => path).sort()).toEqual(
      orders.map((id) => `/api/oms/pvt/orders/${id}/invoice`).sort()
    )
    for (const orderId of orders) {
      expect((await stand.oms.order(orderId)).packageAttachment!.packages).toHaveLength(1)
      expect(
        (await stand.admin.activity(orderId)).filter(({ outcome }) => outcome === 'APPLIED')
      ).toHaveLength(1)
    }
  },
  40_000
)

it('a claim taken in a seeded shard survives a seed that lands late', async () => {
  await stand.vbase({
    faults: [{ method: 'PUT', path: 'claims/', kind: 'reset', times: 3, afterCommit: true }],
  })
  const { orderId } = stand.plant(plainPlan())
  const sent = await Promise.all(
    [1, 2].map(() => stand.admin.notifyInvoice(orderId, { invoiceNumber: '1' }))
  )
  expect(sent.map(({ outcome }) => outcome).sort()).toEqual(['ALREADY_APPLIED', 'APPLIED'])
}, 40_000)
