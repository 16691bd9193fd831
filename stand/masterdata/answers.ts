import { json, type Answer, type Outcome } from '../http/exchange'
import { SLOW_MS, type MasterDataFault } from './behaviour'

/** Master Data's envelope of an error. */
export const message = (status: number, Message: string): Answer => json(status, { Message })

export const noContent: Answer = { status: 204 }

/** The ids of a document that was written without one in the path. `base` is the address of the data entities. */
export function idsOf(status: number, base: string, entity: string, id: string): Answer {
  const Href = `${base}/${entity}/documents/${encodeURIComponent(id)}`
  return json(status, { Id: `${entity}-${id}`, Href, DocumentId: id })
}

export function tooMany(retryAfterSeconds: number | undefined): Answer {
  const answer = message(429, 'Too many requests')
  return retryAfterSeconds === undefined
    ? answer
    : { ...answer, headers: { ...answer.headers, 'retry-after': String(retryAfterSeconds) } }
}

/** What the caller meets in place of the answer. */
export function failureOf({ kind, retryAfterSeconds }: MasterDataFault): Outcome {
  switch (kind) {
    case 'status429':
      return tooMany(retryAfterSeconds)
    case 'status500':
      return message(500, 'Internal Server Error')
    case 'status503':
      return message(503, 'Service Unavailable')
    case 'status504':
      return page(504, 'Gateway Time-out')
    case 'html408':
      return page(408, 'Request Time-out')
    case 'reset':
      return 'reset'
    default:
      return 'hang'
  }
}

export const slowMsOf = ({ slowMs }: MasterDataFault): number => slowMs ?? SLOW_MS

const page = (status: number, words: string): Answer => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: `<html><body><h1>${status} ${words}</h1></body></html>`,
})
