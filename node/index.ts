import { Service } from '@vtex/api'
import { Clients } from './clients'
import { carrierDoor } from './edge/carrierDoor/routes'
import { LONGEST_ANSWER_MS } from './edge/clients/carrierLine'
import { LONGEST_CALL_MS } from './edge/clients/fileStore'
import { LONGEST_SAVE_MS } from './edge/clients/hookConfigs'
import { events } from './edge/events'
import { OneExit } from './edge/oneExit'
import { omsDoor } from './edge/omsDoor/routes'
import { orderHookDoor } from './edge/orderHookDoor/routes'
import { resolvers } from './edge/resolvers'

export default new Service({
  clients: {
    implementation: Clients,
    options: {
      // The platform's client sends a POST that timed out again; its own timeout is 1 s.
      default: { retries: 0, timeout: 3_000 },
      vtexId: { timeout: 5_000 },
      appKeys: { timeout: 5_000 },
      rights: { timeout: 5_000 },
      carrierLine: { timeout: LONGEST_ANSWER_MS },
      hookConfigs: { timeout: LONGEST_SAVE_MS },
      files: { timeout: LONGEST_CALL_MS },
      apps: { timeout: 3_000, memoizable: false },
    },
  },
  events,
  routes: { ...omsDoor, ...carrierDoor, ...orderHookDoor },
  graphql: { resolvers, schemaDirectives: { oneExit: OneExit } },
})
