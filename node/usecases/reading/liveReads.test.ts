import { NO_PARCELS, withTold } from '../../domain/carriers/orderParcels'
import { EMPTY_JOURNAL } from '../../domain/journal/journal'
import { Fault, type FaultKind } from '../../domain/problem/fault'
import { someParcel } from '../../domain/testing/someParcel'
import { DEFAULT_SETTINGS } from '../../domain/values/settings'
import { LONGEST_PAUSE_MS, ROW_CHANGES_WAIT_MS } from '../limits'
import type { Ports } from '../ports'
import { someOrder } from '../testing/someOrder'
import { World } from '../testing/world'
import { viewOrder } from '../viewOrder'
import {
  journalForShowing,
  parcelsForShowing,
  readAgain,
  readChanges,
  readRights,
  readRowChanges,
  readSettings,
} from './liveReads'

const ID = '1400-01'
const fault = (kind: FaultKind, retryAfterSeconds: number | null = null) =>
  new Fault({ kind, upstream: 'OMS', operation: 'get', retryAfterSeconds })

/** Reads that fail the given number of times: how often it was tried, how it ended, and how long it took. */
async function tried(failing: readonly unknown[], here = new World(), answerBy?: number) {
  const ports: Ports = { ...here.ports(), ...(answerBy !== undefined && { answerBy }) }
  const before = here.clock.now()
  let times = 0
  const read = async () => {
    times += 1
    if (times <= failing.length) throw failing[times - 1]
    return 'read'
  }
  const ended = await readAgain(ports, read).catch((error: unknown) => error)
  return { times, ended, waited: here.clock.now() - before }
}

describe('a read that fails', () => {
  it('is tried three times where OMS limits it, a little later each time', async () => {
    const limited = fault('rateLimited')
    expect(await tried([limited, limited])).toEqual({ times: 3, ended: 'read', waited: 1_500 })
    expect(await tried(Array<Fault>(9).fill(limited))).toMatchObject({ times: 3, ended: limited })
  })

  it('waits as long as OMS asks for, and not at all where that is too long', async () => {
    const longest = LONGEST_PAUSE_MS / 1_000
    expect(await tried([fault('rateLimited', longest)])).toEqual({
      times: 2,
      ended: 'read',
      waited: LONGEST_PAUSE_MS,
    })
    expect(await tried([fault('rateLimited', longest + 1)])).toMatchObject({ times: 1, waited: 0 })
  })

  it('is tried once more where OMS did not answer: a time-out has cost seconds', async () => {
    const down = fault('unavailable')
    expect(await tried([down])).toEqual({ times: 2, ended: 'read', waited: 200 })
    expect(await tried([down, down])).toEqual({ times: 2, ended: down, waited: 200 })
  })

  it.each(['notFound', 'forbidden', 'rejected', 'unknown', 'unreadable'] as const)(
    'is not tried again where it ends %s',
    async (kind) => expect(await tried([fault(kind)])).toMatchObject({ times: 1, waited: 0 })
  )

  it('is not tried again where the mistake is ours', async () => {
    const ours = new TypeError('ours')
    expect(await tried([ours])).toEqual({ times: 1, ended: ours, waited: 0 })
  })

  it('is not tried again beyond the moment of the answer, and at that moment it is', async () => {
    const here = new World()
    const limited = fault('rateLimited', 1)
    expect(await tried([limited], here, here.clock.now() + 999)).toMatchObject({ times: 1 })
    expect(await tried([limited], here, here.clock.now() + 1_000)).toMatchObject({ times: 2 })
  })
})

/** What a port that fails leaves of a read: its fallback and a line in the log, or a mistake of ours thrown on. */
const failing = (error: unknown) => async (): Promise<never> => {
  throw error
}

describe('what is read beside an order', () => {
  const order = someOrder({ carriesChanges: true })

  it('has a fallback and a line in the log', async () => {
    const here = new World(order)
    const ports = here.ports()
    const down = failing(fault('unavailable'))
    expect(await readSettings({ ...ports, settings: { ...ports.settings, read: down } })).toEqual(
      DEFAULT_SETTINGS
    )
    const journals = { ...ports.journals, read: down }
    expect(await journalForShowing({ ...ports, journals }, ID)).toEqual(EMPTY_JOURNAL)
    const parcels = { ...ports.parcels!, read: down }
    expect(await parcelsForShowing({ ...ports, parcels }, ID)).toEqual(NO_PARCELS)
    here.oms.fail({ call: 'changes', kind: 'forbidden', times: 2 })
    expect(await readChanges(ports, order, false)).toBeNull()
    expect(await readRowChanges(ports, order, { left: 1 })).toBeNull()
    expect(here.logs).toEqual([
      { flow: 'Settings', detail: 'OMS get: unavailable' },
      { flow: 'Journal', orderId: ID, detail: 'OMS get: unavailable' },
      { flow: 'OrderParcels', orderId: ID, detail: 'OMS get: unavailable' },
      { flow: 'GetChanges', orderId: ID, detail: 'OMS changes: forbidden' },
      { flow: 'GetChanges', orderId: ID, detail: 'OMS changes: forbidden' },
    ])
  })

  it('is what the stores hold, and of an account without carriers nothing', async () => {
    const ports = new World(order).ports()
    const held = withTold(NO_PARCELS, 'NF-1', [{ from: 'm', reports: [someParcel()] }])
    const parcels = { ...ports.parcels!, read: async () => held }
    expect(await parcelsForShowing({ ...ports, parcels }, ID)).toBe(held)
    expect(await parcelsForShowing({ ...ports, parcels: undefined }, ID)).toBe(NO_PARCELS)
  })

  it('hides no mistake of ours', async () => {
    const ports = new World(order).ports()
    const broken = failing(new TypeError('ours'))
    const orders = Object.assign(Object.create(ports.orders), { changes: broken })
    const all = {
      ...ports,
      orders,
      settings: { ...ports.settings, read: broken },
      journals: { ...ports.journals, read: broken },
      parcels: { ...ports.parcels!, read: broken },
      caller: { ...ports.caller, has: broken },
    }
    await expect(readSettings(all)).rejects.toThrow('ours')
    await expect(journalForShowing(all, ID)).rejects.toThrow('ours')
    await expect(parcelsForShowing(all, ID)).rejects.toThrow('ours')
    await expect(readChanges(all, order, false)).rejects.toThrow('ours')
    await expect(readRowChanges(all, order, { left: 1 })).rejects.toThrow('ours')
    await expect(readRights(all)).rejects.toThrow('ours')
  })
})

describe('the change state', () => {
  const order = someOrder({ carriesChanges: true })

  it.each(['notFound', 'forbidden', 'rejected'] as const)(
    'is unknown where OMS answers %s, even for a write',
    async (kind) => {
      const here = new World(order)
      here.oms.fail({ call: 'changes', kind })
      expect(await readChanges(here.ports(), order, true)).toBeNull()
    }
  )

  it.each(['unavailable', 'unreadable', 'unknown', 'rateLimited'] as const)(
    'stops a write where OMS does not answer (%s), and no view',
    async (kind) => {
      const here = new World(order)
      here.oms.fail({ call: 'changes', kind, times: 9, retryAfterSeconds: 60 })
      await expect(readChanges(here.ports(), order, true)).rejects.toMatchObject({ kind })
      expect(await readChanges(here.ports(), order, false)).toBeNull()
    }
  )

  it('that OMS does not tell costs no view of an order', async () => {
    const here = new World(order)
    here.oms.fail({ call: 'changes', kind: 'unreadable' })
    expect((await viewOrder(here.ports(), ID))?.order.orderId).toBe(ID)
  })

  it('of a row is asked while the page may ask, and waited for a moment', async () => {
    const here = new World(order)
    here.oms.changeStates.set(ID, { inProgress: true, requestId: 'r' })
    const budget = { left: 1 }
    expect(await readRowChanges(here.ports(), order, budget)).toMatchObject({ requestId: 'r' })
    expect(budget.left).toBe(0)
    expect(await readRowChanges(here.ports(), order, budget)).toBeNull()
    here.oms.latencyMs = ROW_CHANGES_WAIT_MS + 1
    expect(await readRowChanges(here.ports(), order, { left: 1 })).toBeNull()
  })
})
