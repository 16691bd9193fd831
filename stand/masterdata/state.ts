import type { Answer } from '../http/exchange'
import { BulkDeletions } from './bulkDeletions'
import { RateLimit, WildcardLimit } from './limits'
import { Scrolls } from './scrolls'

/** What Master Data remembers beside the entities. */
export class State {
  readonly scrolls = new Scrolls()
  readonly jobs = new BulkDeletions()
  readonly rate = new RateLimit()
  readonly wildcards = { search: new WildcardLimit(), scroll: new WildcardLimit() }
  private readonly cache = new Map<string, { answer: Answer; until: number }>()

  cached(key: string, now: number): Answer | null {
    const found = this.cache.get(key)
    return found && now < found.until ? found.answer : null
  }

  keep(key: string, answer: Answer, until: number): void {
    this.cache.set(key, { answer, until })
  }
}
