import { isCarrierHost } from '../carriers/carriers'

/** The places an IO app of this kind can reach, and who answers there. */
export type Destination =
  | { kind: 'oms' | 'vtex-id' | 'license-manager' | 'catalog' | 'carrier' | 'master-data' }
  | { kind: 'infra'; service: string; rest: string }
  | { kind: 'unplanned' }

const OMS_PATHS = ['/api/oms/', '/api/order-system/', '/api/orders/']

export function destinationOf(host: string, path: string, account: string): Destination {
  switch (host.toLowerCase()) {
    case 'infra.io.vtex.com': {
      const [, service = '', version = '', ...rest] = path.split('/')
      return { kind: 'infra', service: `${service}/${version}`, rest: `/${rest.join('/')}` }
    }
    case 'vtexid.vtex.com.br':
      return path.startsWith('/api/vtexid/') ? { kind: 'vtex-id' } : { kind: 'unplanned' }
    case 'api.vtex.com':
      return path.startsWith('/api/dataentities/') ? { kind: 'master-data' } : { kind: 'unplanned' }
    case 'portal.vtexcommercestable.com.br':
    case `${account}.vtexcommercestable.com.br`:
      return janus(path)
    default:
      return { kind: isCarrierHost(host) ? 'carrier' : 'unplanned' }
  }
}

// Janus routes one host to every commerce system by path.
function janus(path: string): Destination {
  if (OMS_PATHS.some((prefix) => path.startsWith(prefix))) return { kind: 'oms' }
  if (path.startsWith('/api/license-manager/')) return { kind: 'license-manager' }
  if (path.startsWith('/api/catalog_system/')) return { kind: 'catalog' }
  if (path.startsWith('/api/vtexid/')) return { kind: 'vtex-id' }
  return { kind: 'unplanned' }
}
