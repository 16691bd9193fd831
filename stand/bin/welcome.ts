import type { Stand } from '../index'
import { APP_KEY, APPS, HOOK_KEY, PEOPLE } from '../identity/owners'

/** What a person reads when the stand is up. */
export function printWelcome(stand: Stand): void {
  const { info, world } = stand
  const lines = [
    '',
    `Ready: account ${info.account}, workspace ${info.workspace}, ${world.oms.orders().length} demo orders`,
    `  panel    ${info.admin}`,
    `  GraphQL  ${info.graphql}`,
    `  OMS      ${info.oms}`,
    `  control  ${stand.url}/local/info`,
    '',
    `  people   ${PEOPLE.join(', ')}`,
    `  apps     ${APPS.join(', ')}`,
    '           each as header or cookie VtexIdclientAutCookie',
    `  app key  X-VTEX-API-AppKey: ${APP_KEY.key}, X-VTEX-API-AppToken: ${APP_KEY.token}`,
    `           for a hook of orders: ${HOOK_KEY.key}, ${HOOK_KEY.token}`,
    '',
    'Ctrl-C stops it.',
  ]
  console.log(lines.join('\n'))
}
