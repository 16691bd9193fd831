import { ExternalClient, type InstanceOptions, type IOContext } from '@vtex/api'
import { z } from 'zod'
import { Fault } from '../../domain/problem/fault'
import { EXPRESSION, type AppKey } from '../../domain/readmodel/orderHook'
import type { HookLine } from '../../usecases/readmodel/orderHook'
import { upstreamFault } from './upstreamFault'

/** VTEX calls our door back while it saves, and gives it 5 s. */
export const LONGEST_SAVE_MS = 10_000
/** Header by which VTEX proves itself. */
export const SECRET_HEADER = 'x-hook-key'
const PATH = '/api/orders/hook/config'
const LONGEST_MESSAGE = 300

const configured = z.object({ hook: z.object({ url: z.string() }) })
const refusal = z.object({ error: z.object({ message: z.string() }) })

/** Hooks of app keys, with the key that the store gave and nobody else's token (masterdata §3.2). */
export class HookConfigs extends ExternalClient implements HookLine {
  constructor(context: IOContext, options?: InstanceOptions) {
    super(`http://${context.account}.vtexcommercestable.com.br`, context, {
      ...options,
      memoizable: false,
      retries: 0,
      headers: { ...options?.headers, Accept: 'application/json', 'X-Vtex-Use-Https': 'true' },
    })
  }

  async find(key: AppKey): Promise<string | null> {
    const answer = await calling('ReadHook', () =>
      this.http.get<unknown>(PATH, {
        headers: proofOf(key),
        metric: 'orders-hook-read',
        nullIfNotFound: true,
      } as Parameters<typeof this.http.get>[1])
    )
    if (answer === null || answer === '' || answer === undefined) return null
    // A login page is no answer to the question.
    if (typeof answer !== 'object')
      throw new Fault({ kind: 'unreadable', upstream: 'OMS', operation: 'ReadHook' })
    const { success, data } = configured.safeParse(answer)
    return success ? data.hook.url : ''
  }

  async create(key: AppKey, url: string, secret: string): Promise<void> {
    const config = {
      filter: { type: 'FromOrders', expression: EXPRESSION, disableSingleFire: true },
      hook: { url, headers: { [SECRET_HEADER]: secret } },
    }
    await calling('SaveHook', () =>
      this.http.post(PATH, config, { headers: proofOf(key), metric: 'orders-hook-save' })
    )
  }

  async remove(key: AppKey): Promise<void> {
    await calling('RemoveHook', async () => {
      try {
        await this.http.delete(PATH, { headers: proofOf(key), metric: 'orders-hook-remove' })
      } catch (error) {
        if (upstreamFault(error, 'OMS', 'RemoveHook').kind !== 'notFound') throw error
      }
    })
  }
}

function proofOf({ appKey, appToken }: AppKey): Record<string, string> {
  return { 'X-VTEX-API-AppKey': appKey, 'X-VTEX-API-AppToken': appToken }
}

async function calling<T>(operation: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    const { kind, upstream, status } = upstreamFault(error, 'OMS', operation)
    const { response } = error as { response?: { data?: unknown } }
    const { success, data } = refusal.safeParse(response?.data)
    const upstreamMessage = success ? data.error.message.slice(0, LONGEST_MESSAGE) : null
    throw new Fault({ kind, upstream, operation, status, upstreamMessage })
  }
}
