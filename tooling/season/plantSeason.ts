/**
 * What our app would have stored by now of a season's orders, had its read model been on all the time: documents in Master
 * Data, the numbers' index in VBase, the switch. Made by the app's own rules, because its first fill takes half an hour.
 */
import { EMPTY_JOURNAL } from '../../node/domain/journal/journal'
import type { Order } from '../../node/domain/order/order'
import { documentOf, isKept } from '../../node/domain/readmodel/orderDocument'
import { switchedOn, SWITCHED_OFF, type ReadModel } from '../../node/domain/readmodel/readModel'
import { instantAt } from '../../node/domain/values/instant'
import { DEFAULT_SETTINGS } from '../../node/domain/values/settings'
import { numberFiles } from '../../node/edge/stores/numbers'
import { entityOf } from '../../node/edge/stores/readmodel/orderDocuments'
import { SCHEMA, SCHEMA_NAME } from '../../node/edge/stores/readmodel/orderSchema'
import { MemoryFiles } from '../../node/edge/testing/memoryFiles'
import { decodeOrder } from '../../node/oms/decodeOrder'
import { assembleView } from '../../node/usecases/reading/assembleView'
import type { World } from '../../stand/world'
import { plantDays } from './plantDays'

/** A season is two months, and pictures show all of it. */
const KEEP_CLOSED_DAYS = 60
const BUCKET = 'invoice-tracking'
/** Of the stand's first trade policy. */
const TIME_ZONE = 'America/Sao_Paulo'

/** Stores every order of the stand that can be read, as of now. */
export async function plantSeason(world: World): Promise<void> {
  const nowMs = world.clock.now()
  const { appName } = world.manifest
  const orders = world.oms.orders().flatMap(({ orderId }) => decoded(world, orderId))
  const documents = orders
    .map((order) => document(order, nowMs))
    .filter((one) => isKept(one, KEEP_CLOSED_DAYS, nowMs))
  world.masterData.plant(entityOf(appName, world.workspace, true), {
    by: appName,
    schema: { name: SCHEMA_NAME, body: SCHEMA },
    documents: new Map(documents.map((one) => [one.orderId, { ...one }])),
  })
  const files = new MemoryFiles()
  const numbered = orders.map(({ orderId, packages }) => ({
    orderId,
    numbers: packages.flatMap((one) => [one.invoiceNumber, one.trackingNumber ?? '']),
  }))
  for (const [path, file] of numberFiles(numbered)) files.content.set(path, JSON.stringify(file))
  const model = filledAt(nowMs, orders.length, documents.length)
  await files.save('read-model.json', model, null)
  await plantDays(files, { model, documents, nowMs, timeZone: TIME_ZONE })
  const bucket = { account: world.account, workspace: world.workspace, app: appName, name: BUCKET }
  for (const [path, text] of files.content) world.files.put(bucket, path, Buffer.from(text))
}

/** None where OMS's answer is no order: the app shows it apart, and its read model leaves it out. */
function decoded(world: World, orderId: string): Order[] {
  try {
    return [decodeOrder(world.oms.stored(orderId))]
  } catch {
    return []
  }
}

function document(order: Order, nowMs: number) {
  const view = assembleView(order, {
    nowMs,
    journal: EMPTY_JOURNAL,
    settings: DEFAULT_SETTINGS,
    changes: null,
    rights: new Set(),
  })
  return documentOf(view, { readAtMs: nowMs, keepClosedDays: KEEP_CLOSED_DAYS, carriers: [] })
}

function filledAt(nowMs: number, orders: number, documents: number): ReadModel {
  const at = instantAt(nowMs)
  return {
    ...switchedOn(SWITCHED_OFF, KEEP_CLOSED_DAYS, nowMs),
    fill: 'IDLE',
    windows: [],
    filled: orders,
    toFill: orders,
    filledAt: at,
    nothingDueAt: at,
    documents,
  }
}
