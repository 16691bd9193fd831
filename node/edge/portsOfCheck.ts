import { randomUUID } from 'node:crypto'
import { ianaZone } from '../oms/timeZones'
import type { AccountCheckPorts } from '../usecases/account/ports'
import { actorOf } from './actor'
import { systemClock } from './adapters/clock'
import { logOf } from './adapters/log'
import { MAIN_CHANNEL, storeDefaultsOf } from './adapters/storeDefaults'
import { probeFilesOf } from './clients/probeFiles'
import type { Context } from './context'

/** What the account check may reach on behalf of this request's caller; nothing of it writes to OMS. */
export async function portsOfCheck(ctx: Context): Promise<AccountCheckPorts> {
  const { clients, vtex } = ctx
  const caller = await actorOf(ctx)
  const find = (salesChannel: string) => clients.salesChannels.find(salesChannel)
  const defaultsOf = storeDefaultsOf({
    tenant: `${vtex.account}/${vtex.workspace}`,
    find,
    log: logOf(vtex),
  })
  return {
    files: probeFilesOf(clients.probeFiles),
    oms: {
      list: (query) => clients.oms.list(caller, query),
      get: (orderId) => clients.oms.order(caller, orderId, defaultsOf),
      date: () => clients.oms.date(caller),
    },
    own: { firstOrder: () => clients.ownOms.firstOrder() },
    zone: async () => {
      const named = (await find(MAIN_CHANNEL))?.timeZone ?? null
      return { named, zone: ianaZone(named) }
    },
    caller,
    clock: systemClock,
    newId: randomUUID,
  }
}
