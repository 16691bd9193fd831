import { newsOf, type NewsEvent } from '../../domain/following/news'
import { Fault } from '../../domain/problem/fault'
import { someOrder, somePackage } from '../../domain/testing/someOrder'
import { RecordingLog } from '../../edge/testing/fakes'
import { VirtualClock } from '../testing/virtualClock'
import { tellNews } from './tellNews'

const ORDER = someOrder({
  packages: ['A', 'B'].map((invoiceNumber) => somePackage({ invoiceNumber, trackingNumber: 'T' })),
})
const IDS = newsOf(ORDER).map(({ id }) => id)

/** Tells of the order, to events that fail at one of the sends, counted from 1. */
async function told(known: readonly string[], failsAt = 0, error: Error = fault()) {
  const sent: NewsEvent[] = []
  const log = new RecordingLog()
  let sends = 0
  const news = {
    send: async (event: NewsEvent) => {
      sends += 1
      if (sends === failsAt) throw error
      sent.push(event)
    },
  }
  const telling = await tellNews({ news, log, clock: new VirtualClock() }, ORDER, 'TO_SHIP', known)
  return { telling, sent, log }
}
const fault = () => new Fault({ kind: 'unavailable', upstream: 'EVENTS', operation: 'Send' })

describe('what an order shows', () => {
  it('is told in the order of its way, with its stage and the moment, and is known then', async () => {
    const { telling, sent, log } = await told([])
    expect(sent).toEqual(
      newsOf(ORDER).map((one) => ({
        ...one,
        orderId: '1400-01',
        stage: 'TO_SHIP',
        at: '2026-03-10T12:00:00.000Z',
      }))
    )
    expect(telling).toEqual({ known: IDS, isAll: true })
    expect(log.warnings).toEqual([])
  })

  it('is told no more where it is known', async () => {
    const { telling, sent } = await told(['older', IDS[1], IDS[2]])
    expect(sent.map(({ id }) => id)).toEqual([IDS[0], IDS[3]])
    expect(telling).toEqual({ known: ['older', IDS[1], IDS[2], IDS[0], IDS[3]], isAll: true })
  })

  it('waits behind what cannot be sent, which is logged and fails nobody', async () => {
    const { telling, sent, log } = await told([], 2)
    expect(sent.map(({ id }) => id)).toEqual([IDS[0]])
    expect(telling).toEqual({ known: [IDS[0]], isAll: false })
    expect(log.warnings).toEqual([
      { flow: 'News', orderId: '1400-01', detail: 'not sent: EVENTS Send: unavailable' },
    ])
  })

  it('hides no mistake of ours', async () => {
    await expect(told([], 1, new TypeError('ours'))).rejects.toThrow('ours')
  })
})
