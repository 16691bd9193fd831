import { codesToExplain, type UnreadCodes } from '../../domain/carriers/unreadCodes'
import { listConnectors } from '../../usecases/carriers/listConnectors'
import { saveConnector, type ConnectorResult } from '../../usecases/carriers/saveConnector'
import { testConnector } from '../../usecases/carriers/testConnector'
import { forgetSwitchedOn } from '../adapters/openParcelNotes'
import { carrierPortsOf } from '../carrierPorts'
import type { Context } from '../context'
import type {
  ConnectorInput,
  ConnectorResolvers,
  MutationSaveConnectorArgs,
  MutationTestConnectorArgs,
  QueryConnectorsArgs,
} from '../generated/schema'
import { tenantOf } from '../ports'
import { presentConnector, presentMessage } from '../presentConnector'
import { field, mutation, query } from '../rootField'

const MOST_MESSAGES = 100

export const connectorQueries = {
  connectors: query('connectors', async (_ports, { name }: QueryConnectorsArgs, ctx) => {
    const found = await listConnectors(carrierPortsOf(ctx), name)
    return found.map(({ of, settings }) => presentConnector(of, settings, ctx.vtex))
  }),
}

export const connectorMutations = {
  saveConnector: mutation(
    'saveConnector',
    async (_ports, { connector }: MutationSaveConnectorArgs, ctx) => {
      const { name, version } = connector
      const change = changeOf(connector)
      const saved = await saveConnector(carrierPortsOf(ctx), name, change, version ?? null)
      forgetSwitchedOn(tenantOf(ctx.vtex))
      return answer(saved, ctx)
    }
  ),

  testConnector: mutation(
    'testConnector',
    async (_ports, { name }: MutationTestConnectorArgs, ctx) =>
      answer(await testConnector(carrierPortsOf(ctx), name), ctx)
  ),
}

export const Connector: Pick<ConnectorResolvers, 'attention' | 'lastMessages'> = {
  attention: field('attention', async ({ name, codes }, _args, ctx) => {
    const { clock } = carrierPortsOf(ctx)
    return codesToExplain(await unreadCodesOf(ctx), name, codes, clock.now())
  }),

  lastMessages: field('lastMessages', async ({ name }, { first }, ctx) => {
    const most = Math.max(0, Math.min(first ?? 20, MOST_MESSAGES))
    return (await carrierPortsOf(ctx).messages.recent(name, most)).map(presentMessage)
  }),
}

const unreadCodes = new WeakMap<Context, Promise<UnreadCodes>>()

/** Once a request, however many connectors are shown. */
function unreadCodesOf(ctx: Context): Promise<UnreadCodes> {
  const known = unreadCodes.get(ctx) ?? carrierPortsOf(ctx).unreadCodes.read()
  unreadCodes.set(ctx, known)
  return known
}

function answer({ connector, problems }: ConnectorResult, { vtex }: Context) {
  return {
    problems,
    connector: connector && presentConnector(connector.of, connector.settings, vtex),
  }
}

/** A secret of blanks is none, and the blanks around one were copied with it. */
function changeOf({ isOn, secret, dropOldSecret, timeZone, codes }: ConnectorInput) {
  return {
    isOn,
    dropOldSecret: dropOldSecret ?? false,
    ...(secret?.trim() && { secret: secret.trim() }),
    ...(timeZone !== undefined && { timeZone: timeZone?.trim() || null }),
    ...(codes !== undefined && { codes: codes ?? [] }),
  }
}
