/** What the platform sets for a service, and nothing of this process but what Node needs to run. */
export function environmentOf(options: {
  appName: string
  appVersion: string
  account: string
  workspace: string
  proxy: string
  extra?: Record<string, string>
}): Record<string, string> {
  const [vendor = '', name = ''] = options.appName.split('.')
  return {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    TZ: 'UTC',
    NODE_ENV: 'production',
    http_proxy: options.proxy,
    https_proxy: options.proxy,
    VTEX_IO: '1',
    VTEX_PRODUCTION: 'true',
    VTEX_REGION: 'aws-us-east-1',
    VTEX_ACCOUNT: options.account,
    VTEX_WORKSPACE: options.workspace,
    VTEX_APP_VENDOR: vendor,
    VTEX_APP_NAME: name,
    VTEX_APP_VERSION: options.appVersion,
    VTEX_APP_ID: `${options.appName}@${options.appVersion}`,
    ...options.extra,
  }
}
