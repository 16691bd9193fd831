import { plainPlan } from './harness/orders'
import { until, useStand } from './harness/stand'

const stand = useStand({ replicas: 2 })

async function servedBy(): Promise<string | null> {
  return (await stand.admin.reply('viewer')).headers.get('x-stand-replica')
}

it('serves from both replicas', async () => {
  const served = new Set<string | null>()
  for (let call = 0; call < 6; call += 1) served.add(await servedBy())
  expect([...served].sort()).toEqual(['1', '2'])
})

it('serves on when one replica dies, and that one comes back', async () => {
  const [before] = await stand.replicas()
  await stand.kill(1)
  for (let call = 0; call < 4; call += 1) expect(await servedBy()).toBe('2')
  await stand.replicaUp(1)
  const after = (await stand.replicas()).find(({ index }) => index === 1)!
  expect(after.restarts).toBe(before!.restarts + 1)
  expect(after.pid).not.toBe(before!.pid)
  await until(async () => (await servedBy()) === '1', 'replica 1 serves again')
})

it('shows on one replica what was written on the other', async () => {
  const { orderId } = stand.plant(plainPlan())
  const written = await stand.admin.reply('notifyInvoice', {
    orderId,
    invoice: { invoiceNumber: '1' },
  })
  const seen = [
    await stand.admin.reply('activity', { orderId }),
    await stand.admin.reply('activity', { orderId }),
  ]
  expect(new Set([written, ...seen].map(({ headers }) => headers.get('x-stand-replica')))).toEqual(
    new Set(['1', '2'])
  )
  for (const { data } of seen) expect(data!.activity).toHaveLength(1)
})

it('moves the clock of one that is starting', async () => {
  const before = (await stand.replicas()).map(({ pid }) => pid)
  await stand.kill(1)
  await until(
    async () => (await stand.replicas()).some(({ pid, up }) => !up && !before.includes(pid)),
    'replica 1 has begun to start'
  )
  await expectSameClock()
})

it('lives on when a replica dies before it has read what the clock is', async () => {
  const [{ pid }] = await stand.replicas()
  // A process that reads nothing any more: what it is told stays unread, and its line breaks.
  process.kill(pid!, 'SIGSTOP')
  const moved = stand.setClock(60_000)
  await until(async () => stand.world.clock.offsetMs === 60_000, 'the clock is told')
  await stand.kill(1)
  await moved
  await stand.replicaUp(1)
  expect(await servedBy()).not.toBeNull()
})

it('moves the clock of both', () => expectSameClock())

async function expectSameClock(): Promise<void> {
  await stand.setClock(7 * 24 * 60 * 60 * 1_000)
  await stand.replicaUp(1)
  const { orderId } = stand.plant(plainPlan())
  const dates: string[] = []
  for (const invoiceNumber of ['1', '2']) {
    const preview = await stand.admin.previewInvoice(orderId, { invoiceNumber })
    dates.push(preview.issuanceDate!)
  }
  for (const date of dates) expect(Math.abs(Date.parse(date) - stand.now())).toBeLessThan(10_000)
}
