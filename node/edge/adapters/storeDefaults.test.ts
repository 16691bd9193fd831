import { Fault } from '../../domain/problem/fault'
import type { StoreDefaults } from '../../oms/decodeOrder'
import { FakeClock, RecordingLog } from '../testing/fakes'
import { channelMemory, storeDefaultsOf } from './storeDefaults'

const BRAZIL = { currencyCode: 'BRL', timeZone: 'E. South America Standard Time' }
const CHILE = { currencyCode: 'CLP', timeZone: 'Pacific SA Standard Time' }
const HOUR_MS = 60 * 60_000

function catalog(channels: Record<string, StoreDefaults | 'down'>) {
  const clock = new FakeClock()
  const log = new RecordingLog()
  const asked: string[] = []
  const memory = channelMemory(clock)
  const of = (tenant: string) =>
    storeDefaultsOf({
      tenant,
      log,
      memory,
      find: async (salesChannel) => {
        asked.push(salesChannel)
        const answer = channels[salesChannel] ?? null
        if (answer === 'down')
          throw new Fault({ kind: 'unavailable', upstream: 'CATALOG', operation: 'SalesChannel' })
        return answer
      },
    })
  return { of, asked, clock, log }
}

describe('currency and zone of an order that names none', () => {
  it('are those of its trade policy', async () => {
    const { of } = catalog({ '1': BRAZIL, '3': CHILE })
    expect(await of('storeops/master')('3')).toEqual(CHILE)
  })

  it.each([
    ['names no trade policy', null],
    ['names one that is gone', '9'],
  ])('are those of the first one where the order %s', async (_, salesChannel) => {
    expect(await catalog({ '1': BRAZIL }).of('storeops/master')(salesChannel)).toEqual(BRAZIL)
  })

  it('are asked once an hour, by however many orders at once', async () => {
    const { of, asked, clock } = catalog({ '3': CHILE })
    const defaults = of('storeops/master')
    await Promise.all([defaults('3'), defaults('3'), of('storeops/master')('3')])
    clock.advance(HOUR_MS - 1)
    await defaults('3')
    expect(asked).toEqual(['3'])
    clock.advance(1)
    await defaults('3')
    expect(asked).toEqual(['3', '3'])
  })

  it('are unknown while the catalog is down, which is asked again after a minute', async () => {
    const channels: Record<string, StoreDefaults | 'down'> = { '1': 'down', '3': 'down' }
    const { of, asked, clock, log } = catalog(channels)
    const defaults = of('storeops/master')
    expect(await defaults('3')).toEqual({ currencyCode: null, timeZone: null })
    await defaults('3')
    expect(asked).toEqual(['3', '1'])
    expect(log.warnings).toHaveLength(2)
    channels['3'] = CHILE
    clock.advance(60_000)
    expect(await defaults('3')).toEqual(CHILE)
  })

  it('are never those of another account', async () => {
    const { of, asked } = catalog({ '3': CHILE })
    await of('storeops/master')('3')
    await of('other/master')('3')
    expect(asked).toEqual(['3', '3'])
  })
})
