import { pullAdapters } from '../../domain/connectors/pull/adapters'
import { dueOf } from '../../domain/carriers/openParcels'
import type { CarrierNudge } from '../../usecases/carriers/ports'
import { CarrierWorld } from '../testing/carrierWorld'
import { orderWith } from '../testing/carrierPosts'
import { notesMemory, OpenParcelNotes } from './openParcelNotes'

async function store(...on: string[]) {
  const all = new CarrierWorld()
  const ports = all.ports()
  for (const name of on)
    await ports.connectors.change(name, (before) => ({ ...before, isOn: true }))
  const memory = notesMemory(all.world.clock)
  const nudges: CarrierNudge[] = []
  const done = new Set<string>()
  const notes = () =>
    new OpenParcelNotes(
      {
        ...ports,
        tenant: 'store/master',
        events: { send: async (nudge) => void nudges.push(nudge) },
        isDue: (what) => !done.has(what) && Boolean(done.add(what)),
      },
      memory
    )
  const due = async () => {
    const shards = await Promise.all(
      pullAdapters.flatMap(({ name }) =>
        Array.from({ length: 16 }, (_, shard) => ports.openParcels.read(name, shard))
      )
    )
    return shards.flatMap((shard) => dueOf(shard, all.world.clock.now()))
  }
  return { all, notes, nudges, due }
}

const shipped = orderWith('1-01', 'AA123456785BR', { courier: 'Correios' })

it('notes an order’s open parcel for the carrier that is on, and has it asked', async () => {
  const { notes, nudges, due } = await store('correios', 'ssw')
  await notes().see(shipped)
  expect(await due()).toMatchObject([{ orderId: '1-01', trackingNumber: 'AA123456785BR' }])
  // At once for what is new; then whoever is on, by the minute.
  expect(nudges).toEqual([{ ask: 'correios' }, { ask: 'correios' }, { ask: 'ssw' }])
})

it('costs one read a minute with nothing switched on', async () => {
  const { all, notes, nudges, due } = await store()
  const before = all.files.reads
  await notes().see(shipped)
  const first = all.files.reads - before
  for (let look = 0; look < 50; look += 1) await notes().see(shipped)
  expect(all.files.reads - before).toBe(first)
  expect(await due()).toEqual([])
  expect(nudges).toEqual([])
})

it('a queue of orders that are known costs no call, and an order that is looked at by itself is noted anew', async () => {
  const { all, notes, due } = await store('correios')
  const queue = notes()
  for (let look = 0; look < 3; look += 1) await queue.see(shipped)
  const before = all.files.reads
  for (let look = 0; look < 50; look += 1) await queue.see(shipped)
  expect(all.files.reads).toBe(before)
  all.files.content.clear()
  await all.ports().connectors.change('correios', (one) => ({ ...one, isOn: true }))
  await notes().see(shipped)
  expect(await due()).toHaveLength(1)
})
