import { AppGraphQLClient, type InstanceOptions, type IOContext } from '@vtex/api'

const ORDER = `query ($orderId: ID!) {
  order(orderId: $orderId) {
    stage
    packages { invoiceNumber courier trackingNumber trackingUrl isDelivered }
  }
}`

export interface Order {
  readonly stage: string
  readonly packages: readonly {
    readonly invoiceNumber: string
    readonly courier: string | null
    readonly trackingNumber: string | null
    readonly trackingUrl: string | null
    readonly isDelivered: boolean
  }[]
}

interface Answer {
  readonly data?: { readonly order: Order | null } | null
  readonly errors?: readonly { readonly message: string }[]
}

/** GraphQL of Invoices & Tracking, as this app itself: `policies` of manifest.json ask for that. */
export class InvoiceTracking extends AppGraphQLClient {
  constructor(context: IOContext, options?: InstanceOptions) {
    super('storeops.invoice-tracking@0.x', context, {
      ...options,
      headers: { ...options?.headers, VtexIdclientAutCookie: context.authToken },
    })
  }

  /** Null where there is no such order. @errors what the platform or the app refused */
  async order(orderId: string): Promise<Order | null> {
    const query = { query: ORDER, variables: { orderId } }
    const { data, errors } = await this.http.post<Answer>('', query)
    if (errors?.length) throw new Error(errors.map(({ message }) => message).join('; '))
    return data?.order ?? null
  }
}
