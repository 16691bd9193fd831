import { z } from 'zod'
import type { FollowedOrder } from '../../domain/following/followed'
import type { FollowedPlace, FollowedPort } from '../../usecases/following/ports'
import type { FileStore } from '../clients/fileStore'

/** One handler's load; what is beyond comes with its next look. */
const MOST_LISTED = 500
/** A call waits for it right before it sends. */
const SAVED_WITHIN_MS = 1_500

const stored = z.object({
  orderId: z.string(),
  known: z.array(z.string()),
  found: z.array(z.string()),
})

/** Followed orders in VBase, a file each; which of their looks comes next is in the name, so that a listing tells it. */
export class FollowedStore implements FollowedPort {
  constructor(private readonly files: FileStore) {}

  async put(place: FollowedPlace, followed: FollowedOrder): Promise<void> {
    await this.files.save(pathOf(place), followed, null, SAVED_WITHIN_MS)
  }

  async list(look: number): Promise<readonly FollowedPlace[]> {
    const paths = await this.files.list(`followed/${look}/`, undefined, MOST_LISTED)
    return paths
      .flatMap((path) => /^followed\/\d\/([0-9a-z-]+)\.json$/i.exec(path)?.[1] ?? [])
      .map((id) => ({ look, id }))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  async read(place: FollowedPlace): Promise<FollowedOrder | null> {
    const file = await this.files.read(pathOf(place))
    if (file === null) return null
    const read = stored.safeParse(file.data)
    // Nobody can follow what it does not name.
    if (!read.success) await this.remove(place)
    return read.success ? read.data : null
  }

  remove(place: FollowedPlace): Promise<void> {
    return this.files.remove(pathOf(place))
  }
}

function pathOf({ look, id }: FollowedPlace): string {
  return `followed/${look}/${id}.json`
}
