import {
  NOTHING_THROUGH,
  type CarrierMessage,
  type MessageEnd,
} from '../../domain/carriers/message'
import { momentId } from '../../domain/values/momentId'
import { someParcel } from '../../domain/testing/someParcel'
import type { MessagePlace } from '../../usecases/carriers/ports'
import { MessageStore } from '../stores/carriers/messages'
import { FakeClock } from './fakes'
import { MemoryFiles } from './memoryFiles'

// Carriers' messages of one noon, and a store of them in memory.

export const NOON = Date.parse('2026-03-10T12:00:00Z')

export const message = (at = NOON, more: Partial<CarrierMessage> = {}): CarrierMessage => ({
  at,
  id: momentId(at, 'x'),
  connector: 'generic',
  parcels: [someParcel()],
  count: 1,
  problem: null,
  through: NOTHING_THROUGH,
  isTest: false,
  notBefore: null,
  body: { shown: true },
  ...more,
})
export const placeOf = (of: CarrierMessage, more: Partial<MessagePlace> = {}): MessagePlace => ({
  box: 'inbox',
  lane: 3,
  id: of.id,
  connector: of.connector,
  ...more,
})
export const endOf = (of: CarrierMessage, more: Partial<MessageEnd> = {}): MessageEnd => ({
  id: of.id,
  connector: of.connector,
  at: of.at,
  result: 'WRITTEN',
  parcels: 1,
  orderIds: [],
  problem: null,
  isTest: of.isTest,
  body: of.body,
  ...more,
})

export function storeOn(files = new MemoryFiles(), now = NOON) {
  const clock = new FakeClock(now)
  const listed: unknown[][] = []
  const list = files.list.bind(files)
  files.list = async (...asked: Parameters<typeof files.list>) => {
    listed.push(asked)
    return list(...asked)
  }
  const paths = (prefix = 'carriers/') =>
    [...files.content.keys()].filter((path) => path.startsWith(prefix))
  return { files, clock, listed, paths, store: new MessageStore({ files, clock }) }
}
