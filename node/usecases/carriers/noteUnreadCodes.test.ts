import { codesToExplain } from '../../domain/carriers/unreadCodes'
import { problem } from '../../domain/problem/problems'
import { Fault } from '../../domain/problem/fault'
import { someParcel } from '../../domain/testing/someParcel'
import { DAY_MS, FIRST, POSTED, shown, twoOrders } from '../../edge/testing/carrierPosts'
import { CarrierWorld } from '../../edge/testing/carrierWorld'
import { RecordingLog } from '../../edge/testing/fakes'
import { acceptMessage } from './acceptMessage'
import type { LanePorts } from './ports'

const unknown = (code: string) =>
  problem('TRACKING_UNKNOWN_CODE', { facts: { connector: 'generic', code } })

async function post(all: CarrierWorld, codes: string[], isTest = false): Promise<void> {
  const parcels = [someParcel({ ...FIRST, events: [POSTED] })]
  const problems = [problem('DATE_INVALID'), ...codes.map(unknown)]
  const decoded = { parcels, problems }
  const posted = { connector: 'generic', decoded, body: null, isTest }
  all.nudges.push({ lane: (await acceptMessage(all.ports(), posted)).lane })
}

const told = async (all: CarrierWorld) =>
  codesToExplain(await all.ports().unreadCodes.read(), 'generic', [], all.world.clock.now()).map(
    ({ facts }) => facts[1].value
  )

it('every code of a message that nobody has read is told, not its first alone, and once', async () => {
  const all = await twoOrders()
  await post(all, ['88', '89'])
  await post(all, ['89', '90'])
  await all.settled()
  expect((await told(all)).sort()).toEqual(['88', '89', '90'])
  expect(shown(all, '1-01').words).toEqual(['Postado'])
  const { etag } = (await all.files.read('carriers/unread-codes.json'))!
  await post(all, ['88'])
  await all.settled()
  expect((await all.files.read('carriers/unread-codes.json'))!.etag).toBe(etag)
})

it('what no store can say the meaning of is told beside the message alone', async () => {
  const all = await twoOrders()
  await post(all, ['', ' ', 'x'.repeat(101)])
  await post(all, ['77'], true)
  await all.settled()
  expect(await told(all)).toEqual([])
  expect(all.paths('carriers/unread')).toEqual([])
})

it('a code is as old as the last message that bore it, however long that waits for its invoice', async () => {
  const all = new CarrierWorld()
  const cameAt = all.world.clock.now()
  await post(all, ['88'])
  await all.settled()
  expect(all.paths('carriers/waiting/')).toHaveLength(1)
  all.world.clock.advance(2 * DAY_MS)
  await all.settled()
  const [{ at }] = (await all.ports().unreadCodes.read()).generic
  expect(at - cameAt).toBeLessThan(DAY_MS)
})

describe('where it cannot be written down', () => {
  const failing = (all: CarrierWorld, error: Error): LanePorts => ({
    ...all.ports(),
    unreadCodes: { read: async () => ({}), change: () => Promise.reject(error) },
  })

  it('the message is told to OMS all the same, and the code comes again with the next one', async () => {
    const all = await twoOrders()
    await post(all, ['88'])
    const fault = new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Save' })
    const log = new RecordingLog()
    await all.handled(all.nudges.splice(0)[0], { ...failing(all, fault), log })
    expect(log.warnings).toEqual([{ flow: 'UnreadCodes', outcome: 'FAILED' }])
    expect(shown(all, '1-01').words).toEqual(['Postado'])
    await post(all, ['88'])
    await all.settled()
    expect(await told(all)).toEqual(['88'])
  })

  it('an error of ours is none that may pass', async () => {
    const all = await twoOrders()
    await post(all, ['88'])
    const [nudge] = all.nudges.splice(0)
    await expect(all.handled(nudge, failing(all, new TypeError('ours')))).rejects.toThrow('ours')
  })
})

it('writers of two lanes keep each other’s', async () => {
  const all = await twoOrders()
  const { unreadCodes } = all.ports()
  const note = (code: string) => unreadCodes.change((known) => ({ ...known, [code]: [] }))
  await Promise.all(['a', 'b', 'c'].map(note))
  expect(Object.keys(await unreadCodes.read()).sort()).toEqual(['a', 'b', 'c'])
})
