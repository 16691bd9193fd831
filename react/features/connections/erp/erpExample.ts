/** Where the calls of OMS are taken, of every account alike; never a workspace's: it dies with what hangs on it. */
export const erpAddress = (account: string) => `https://${account}.myvtex.com/_v/invoice-tracking`

/**
 * A call that registers an invoice, to be pasted into a shell once an order and a token are put in.
 * @param now the moment at which the invoice is issued
 */
export function erpExample(account: string, now: Date): string {
  const invoice = {
    type: 'Output',
    issuanceDate: now.toISOString(),
    invoiceNumber: '000123',
    invoiceValue: 24990,
  }
  return [
    `curl -X POST ${erpAddress(account)}/api/oms/pvt/orders/YOUR-ORDER/invoice`,
    `-H 'VtexIdclientAutCookie: YOUR-TOKEN'`,
    `-H 'content-type: application/json'`,
    `-d '${JSON.stringify(invoice)}'`,
  ].join(' \\\n  ')
}
