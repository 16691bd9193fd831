import { json } from '../answers'
import { dotNetDate } from '../dates'
import { readObject, requiredText } from '../invoice'
import type { OrderOperation } from './call'

/** A note on the order's timeline (oms §2.8). @errors 400 without source or message */
export const addInteraction: OrderOperation = (world, stored, { body }) => {
  const fields = readObject(body)
  stored.interactions.push({
    at: dotNetDate(world.now),
    source: requiredText(fields, 'source'),
    message: requiredText(fields, 'message'),
  })
  return json(200, {})
}
