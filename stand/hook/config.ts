import jsonata from 'jsonata'
import { z } from 'zod'

/** What one app key has VTEX do. */
export interface HookConfig {
  readonly filter:
    | { readonly type: 'FromWorkflow'; readonly status: readonly string[] }
    | {
        readonly type: 'FromOrders'
        readonly expression: string
        readonly disableSingleFire: boolean
      }
  readonly hook: { readonly url: string; readonly headers: Readonly<Record<string, string>> }
}

export type ReadConfig =
  | { readonly ok: true; readonly config: HookConfig }
  | { readonly ok: false; readonly status: 400 | 409; readonly message: string }

const shape = z.object({
  filter: z.object({
    type: z.enum(['FromWorkflow', 'FromOrders']),
    status: z.array(z.string()).nullish(),
    expression: z.string().nullish(),
    disableSingleFire: z.boolean().nullish(),
  }),
  hook: z.object({
    url: z.string().min(1),
    headers: z.record(z.string(), z.string()).nullish(),
  }),
})

/** The body of POST /api/orders/hook/config. @source VTEX Orders API, "Create or update hook configuration" */
export function readConfig(text: string): ReadConfig {
  const read = shape.safeParse(parsed(text))
  if (!read.success) return wrong(400, 'Invalid configuration')
  const { filter, hook } = read.data
  const { type, status, expression, disableSingleFire } = filter
  const isMixed = type === 'FromOrders' ? status != null : expression != null
  if (isMixed) return wrong(409, 'Filter types cannot be mixed')
  const to = { url: hook.url, headers: hook.headers ?? {} }
  if (type === 'FromWorkflow') {
    if (!status?.length) return wrong(400, 'The field status is required')
    return { ok: true, config: { filter: { type, status }, hook: to } }
  }
  if (!expression || !isExpression(expression)) return wrong(400, 'Invalid expression')
  const orders = { type, expression, disableSingleFire: disableSingleFire ?? false }
  return { ok: true, config: { filter: orders, hook: to } }
}

function isExpression(text: string): boolean {
  try {
    jsonata(text)
    return true
  } catch {
    return false
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function wrong(status: 400 | 409, message: string): ReadConfig {
  return { ok: false, status, message }
}
