import { linkNamed } from '../../../domain/connectors/linkNamed'
import { pullAdapters } from '../../../domain/connectors/pull/adapters'
import { CarrierWorld } from '../../../edge/testing/carrierWorld'
import { carriersOn, wakeAsked } from './wake'

async function aStore(...on: string[]) {
  const all = new CarrierWorld()
  const due: unknown[] = []
  const world = { isDueNow: true }
  const ports = {
    ...all.ports(),
    isDue: (what: string, everyMs: number) => {
      due.push([what, everyMs])
      return world.isDueNow
    },
  }
  for (const name of on)
    await ports.connectors.change(name, (before) => ({ ...before, isOn: true }))
  return { all, ports, due, world }
}

describe('carriers that a store has switched on to be asked', () => {
  it('are those that are on, and no other', async () => {
    const { ports } = await aStore('ssw', 'jadlog')
    expect((await carriersOn(ports.connectors)).map(({ name }) => name)).toEqual(['ssw', 'jadlog'])
  })

  it('are woken by whoever looks, once a minute', async () => {
    const { all, ports, due, world } = await aStore('ssw', 'jadlog')
    await wakeAsked(ports)
    expect(all.nudges).toEqual([{ ask: 'ssw' }, { ask: 'jadlog' }])
    expect(due).toEqual([['carriers that are asked', 60_000]])
    world.isDueNow = false
    const { reads } = all.files
    await wakeAsked(ports)
    expect([all.nudges.length, all.files.reads]).toEqual([2, reads])
  })

  it('need not be read where the caller knows them', async () => {
    const { all, ports } = await aStore('ssw', 'jadlog')
    const { reads } = all.files
    await wakeAsked(ports, [linkNamed('correios', pullAdapters)!])
    expect([all.nudges, all.files.reads]).toEqual([[{ ask: 'correios' }], reads])
  })
})
