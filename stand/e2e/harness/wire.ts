import type { RecordedRequest } from '../../oms'

export const operationsOf = (requests: readonly RecordedRequest[]): string[] =>
  requests.map(({ operation }) => operation)

export const bodiesOf = (
  requests: readonly RecordedRequest[],
  operation: string
): Record<string, unknown>[] =>
  requests
    .filter((request) => request.operation === operation)
    .map(({ body }) => body as Record<string, unknown>)
