import type { InstanceOptions, IOContext, VBase } from '@vtex/api'
import { vbaseFor } from '@vtex/clients'
import { Fault } from '../../domain/problem/fault'
import type { ProbeFilesPort } from '../../usecases/account/ports'
import { statusOf, upstreamFault } from './upstreamFault'

/** Of the account check alone: claims and journals are in another one. */
const BUCKET = 'invoice-tracking-check'

interface Probe {
  readonly content: number
}

type TypedFiles = InstanceType<ReturnType<typeof vbaseFor<string, Probe>>>

// By name, because VTEX types its ready class as an abstract one, which could not be extended.
const FilesOfBucket: new (
  context: IOContext,
  options?: InstanceOptions
) => VBase & Pick<TypedFiles, 'save' | 'getWithMetadata' | 'trySaveIfHashMatches'> = vbaseFor<
  string,
  Probe
>(BUCKET)

/** VTEX's typed client of VBase, with our own bounds: sent once, answered live, by no cache on the way. */
export class ProbeFiles extends FilesOfBucket {
  constructor(context: IOContext, options?: InstanceOptions) {
    super(context, {
      ...options,
      headers: { ...options?.headers, 'Cache-Control': 'no-cache' },
      memoizable: false,
      retries: 0,
      timeout: 3_000,
    })
  }
}

/** What is tried are the app's assumptions, so a refused condition is an answer here and no failure. */
export function probeFilesOf(files: ProbeFiles): ProbeFilesPort {
  return {
    async read(path) {
      try {
        const { entity, metadata } = await files.getWithMetadata(path, true)
        if (entity === null) return null
        // Without an ETag no save could be conditional: nothing of the app works then.
        if (!metadata.hash) throw unreadable()
        return { content: entity.content, version: metadata.hash }
      } catch (error) {
        throw upstreamFault(error, 'VBASE', 'Read')
      }
    },
    async save(path, content, version) {
      try {
        await (version === null
          ? files.save(path, { content })
          : files.trySaveIfHashMatches(path, version, { content }))
        return 'saved'
      } catch (error) {
        const status = statusOf(error)
        if (version !== null && status !== null && isAnswerToCondition(status)) return status
        throw upstreamFault(error, 'VBASE', 'Save')
      }
    },
    async isListed(path) {
      try {
        const { data } = await files.listFiles(BUCKET, { prefix: path, limit: 10 })
        return data.some((file) => file.path === path)
      } catch (error) {
        throw upstreamFault(error, 'VBASE', 'List')
      }
    },
    async remove(path) {
      try {
        await files.deleteFile(BUCKET, path)
      } catch (error) {
        throw upstreamFault(error, 'VBASE', 'Delete')
      }
    },
  }
}

/** The caller's fault, other than rights and rates: which of them means a lost If-Match is what the check finds out. */
function isAnswerToCondition(status: number): boolean {
  return status >= 400 && status < 500 && ![401, 403, 429].includes(status)
}

function unreadable(): Fault {
  return new Fault({ kind: 'unreadable', upstream: 'VBASE', operation: 'Read' })
}
