import { momentId } from '../../domain/values/momentId'
import { Fault } from '../../domain/problem/fault'
import { RecordingLog } from '../../edge/testing/fakes'
import { VirtualClock } from '../testing/virtualClock'
import { callBack } from './callBack'
import { nudge, nudgeForgotten } from './nudge'
import type { CarrierNudge, LanePorts, MessagePlace } from './ports'

function world(failure: Error | null = null) {
  const sent: CarrierNudge[] = []
  const log = new RecordingLog()
  const clock = new VirtualClock()
  const events = {
    send: async (what: CarrierNudge) => {
      if (failure) throw failure
      sent.push(what)
    },
  }
  return { sent, log, clock, events }
}

describe('an event', () => {
  it('is sent as it is', async () => {
    const { sent, ...ports } = world()
    await nudge(ports, { lane: 3, again: 1 })
    expect(sent).toEqual([{ lane: 3, again: 1 }])
  })

  it('that fails is as one that was lost, and that is logged', async () => {
    const ports = world(new Fault({ kind: 'unavailable', upstream: 'EVENTS', operation: 'Send' }))
    await nudge(ports, { lane: 3 })
    expect(ports.log.warnings).toEqual([
      { flow: 'Carriers', detail: 'event not sent: EVENTS Send: unavailable' },
    ])
  })

  it('hides no mistake of ours', async () => {
    await expect(nudge(world(new TypeError('ours')), { lane: 3 })).rejects.toThrow('ours')
  })
})

describe('messages that lie forgotten', () => {
  function forgotten(isDue: boolean, ...ages: readonly (readonly [number, number])[]) {
    const { sent, clock, ...ports } = world()
    const asked: unknown[] = []
    const list = async (box: string): Promise<readonly MessagePlace[]> => {
      asked.push(box)
      return ages.map(([lane, age]) => ({
        lane,
        box: 'inbox',
        connector: 'generic',
        id: momentId(clock.now() - age, 'x'),
      }))
    }
    const due: unknown[] = []
    const all = {
      ...ports,
      clock,
      messages: { list } as unknown as LanePorts['messages'],
      isDue: (what: string, everyMs: number) => {
        due.push([what, everyMs])
        return isDue
      },
    }
    return { sent, asked, due, look: () => nudgeForgotten(all) }
  }

  it('for half a minute wake their lanes, each once; the event of a younger one may be on its way', async () => {
    const { sent, asked, due, look } = forgotten(
      true,
      [4, 30_000],
      [1, 50_000],
      [1, 90_000],
      [2, 29_999],
      [5, 40_000]
    )
    await look()
    expect(sent).toEqual([{ lane: 4 }, { lane: 1 }, { lane: 5 }])
    expect(asked).toEqual(['inbox'])
    expect(due).toEqual([['forgotten messages', 30_000]])
  })

  it('are not looked for again and again', async () => {
    const { sent, asked, look } = forgotten(false, [1, 90_000])
    await look()
    expect([sent, asked]).toEqual([[], []])
  })
})

it('messages that wait for several names come back, and each of their lanes is called once', async () => {
  const { sent, ...ports } = world()
  const lanes: Record<string, number[]> = { a: [1, 2], b: [2, 3], c: [] }
  const messages = {
    callBack: async (mark: string) => lanes[mark],
  } as unknown as LanePorts['messages']
  await callBack({ ...ports, messages }, ['a', 'b', 'c'])
  expect(sent).toEqual([{ lane: 1 }, { lane: 2 }, { lane: 3 }])
})
