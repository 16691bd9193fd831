import { MUG } from '../../demo/catalog'
import { BENTO } from '../../demo/people'
import { plainPlan } from './orders'

export const TWIN_LINES = 'one SKU in two lines at different prices'

/** Orders of an unusual kind, by what is unusual. */
export function planOf(kind: typeof TWIN_LINES | 'another customer'): ReturnType<typeof plainPlan> {
  switch (kind) {
    case TWIN_LINES:
      return plainPlan({
        lines: [
          { sku: MUG, quantity: 1, price: 5_000 },
          { sku: MUG, quantity: 1, price: 5_000, discount: 1_000 },
        ],
      })
    case 'another customer':
      return plainPlan({ customer: BENTO })
  }
}
