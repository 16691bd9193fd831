import { NavigateOptions } from 'vtex.render-runtime'
import { firstQueueState, pages, queueHref } from './urls'

const BASE = queueHref(firstQueueState).split('?')[0]
const ORDER = `${BASE}/order/`
const names: string[] = Object.values(pages)

/**
 * What the runtime is asked for to open an address of the panel in place.
 * @shape (href) -> page, params, query; null for every address that is not one of urls.ts
 */
export function placeOf(href: string): NavigateOptions | null {
  const [path, query, ...more] = href.split('?')
  if (more.length > 0 || href.includes('#')) return null
  const asked = query ? { query } : {}
  if (path.startsWith(ORDER)) {
    const orderId = path.slice(ORDER.length)
    if (!orderId || orderId.includes('/')) return null
    return { page: pages.order, params: { orderId: decodeURIComponent(orderId) }, ...asked }
  }
  if (path !== BASE && !path.startsWith(`${BASE}/`)) return null
  const page = pages.queue + path.slice(BASE.length).replace(/\//g, '.')
  return names.includes(page) && page !== pages.order ? { page, ...asked } : null
}
