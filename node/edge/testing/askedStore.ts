import fixture from '../../domain/connectors/pull/fixtures/ssw.json'
import { namesOfPackage } from '../../domain/carriers/names'
import { keptSecret } from '../../domain/carriers/secretRules'
import { linkNamed } from '../../domain/connectors/linkNamed'
import { pullAdapters } from '../../domain/connectors/pull/adapters'
import type { PullAnswer, PullRequest } from '../../domain/connectors/pull/pullAdapter'
import { instantAt } from '../../domain/values/instant'
import { noteOpenParcels } from '../../usecases/carriers/asking/noteOpenParcels'
import { orderWith } from './carrierPosts'
import { CarrierWorld } from './carrierWorld'

// A carrier is asked by the real flows on the real stores; what it answers is the test's.

export const KEY = '35261111222333000181550010000047111123456787'
export const OTHER_KEY = '35261111222333000181550010000047121123456782'
export const HOUR_MS = 3_600_000
export const NOVEMBER = Date.parse('2026-11-10T12:00:00Z')

export const answer = (body: unknown, status = 200, retryAfterSeconds: number | null = null) =>
  ({ body, status, retryAfterSeconds }) satisfies PullAnswer
export const NOT_YET = answer({ success: false, message: 'Nenhum documento localizado' })
const ENTRIES = fixture.documento.tracking
export const knows = (count: number) =>
  answer({ success: true, documento: { tracking: ENTRIES.slice(0, count) } })

/** A store that has switched one carrier on, the orders that it looked at, and what it asks. */
export async function aStore(name: string, secret = '', ...orders: ReturnType<typeof orderWith>[]) {
  const all = new CarrierWorld(...orders)
  all.world.clock.advance(NOVEMBER - all.world.clock.now())
  const requests: PullRequest[] = []
  const answers = { next: async (_: PullRequest): Promise<PullAnswer | null> => NOT_YET }
  all.answer = async (request) => {
    requests.push(request)
    return answers.next(request)
  }
  const set = (isOn: boolean, typed: string) =>
    all.ports().connectors.change(name, (before) => ({
      ...before,
      isOn,
      secrets: typed === '' ? [] : [keptSecret(linkNamed(name, pullAdapters)!, typed, 'salt')],
    }))
  const look = async () => {
    for (const { orderId } of orders) {
      const order = all.world.oms.peek(orderId)
      for (const one of order.packages)
        await all.see(orderId, namesOfPackage(one), one.invoiceNumber)
      await noteOpenParcels(all.ports(), order, pullAdapters)
    }
  }
  const ask = () => all.handled({ ask: name })
  const told = () => all.ports().messages.recent(name, 50)
  await set(true, secret)
  await look()
  return { all, requests, answers, set, look, ask, told, clock: all.world.clock }
}

export const promised = (order: ReturnType<typeof orderWith>) => ({
  ...order,
  estimatedDelivery: instantAt(NOVEMBER + 120 * HOUR_MS),
})
export const carried = (orderId: string, invoiceKey: string | null) =>
  promised(orderWith(orderId, 'T-1', { invoiceKey, courier: 'Rodonaves' }))
