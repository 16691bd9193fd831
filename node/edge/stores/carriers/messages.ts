import { createHash } from 'node:crypto'
import {
  endOf,
  KEPT_MS,
  LANES,
  type CarrierMessage,
  type MessageEnd,
} from '../../../domain/carriers/message'
import { Fault } from '../../../domain/problem/fault'
import { momentOfId } from '../../../domain/values/momentId'
import { inParallel } from '../../../usecases/reading/inParallel'
import type { MessagePlace, MessagesPort } from '../../../usecases/carriers/ports'
import type { Clock } from '../../../usecases/ports'
import type { FileStore } from '../../clients/fileStore'
import { pathSegment } from '../paths'
import { tried } from '../tries'

/** One handler's load; what is beyond comes with its next look. */
const MOST_IN_A_LANE = 500
const MOST_RECENT_A_DAY = 300
const FILES_AT_ONCE = 16
/** Of what a sender waits for: some never send again. */
const TRIES = 3
const DAY_MS = 24 * 60 * 60 * 1000
/** How far back days are looked for whose files nobody has removed, because nothing came. */
const DAYS_BACK = 10
/** Files that one look removes, more than one shift makes. */
const REMOVED_AT_ONCE = 600
export interface MessageStoreParts {
  readonly files: FileStore
  readonly clock: Pick<Clock, 'now'>
}

/**
 * Carriers' messages in VBase, a file each. Every name is used once: what lands late lands on nothing, and two who move
 * one message write the same.
 */
export class MessageStore implements MessagesPort {
  constructor(private readonly parts: MessageStoreParts) {}

  async put(place: MessagePlace, message: CarrierMessage): Promise<void> {
    await tried(TRIES, () => this.parts.files.save(pathOf(place), message, null))
  }

  async list(box: MessagePlace['box'], lane?: number): Promise<readonly MessagePlace[]> {
    const prefix = lane === undefined ? `carriers/${box}/` : `carriers/${box}/${laneName(lane)}/`
    const most = lane === undefined ? undefined : MOST_IN_A_LANE
    const paths = await this.parts.files.list(prefix, undefined, most)
    return paths.flatMap((path) => placeIn(path) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  async read(place: MessagePlace): Promise<CarrierMessage | null> {
    const { files } = this.parts
    const path = pathOf(place)
    // Listed and not shown: it is looked for once more, and by whoever lists it next.
    const file = (await files.read(path)) ?? (await files.read(path))
    return file === null ? null : messageIn(file.data)
  }

  async finish(place: MessagePlace, end: MessageEnd, names: readonly string[]): Promise<void> {
    const { files } = this.parts
    await this.tell(end)
    await files.remove(pathOf(place))
    if (place.box === 'waiting') await this.awaitNoMore(place, names)
  }

  async wait(
    place: MessagePlace,
    message: CarrierMessage,
    end: MessageEnd,
    names: readonly string[]
  ): Promise<void> {
    const { files } = this.parts
    const waiting: MessagePlace = { ...place, box: 'waiting' }
    await this.tell(end)
    await files.save(pathOf(waiting), { ...message, body: null }, null)
    await inParallel(names, FILES_AT_ONCE, (name) =>
      files.save(awaitedPath(nameMark(name), waiting), {}, null)
    )
    await files.remove(pathOf(place))
  }

  async awaitNoMore(place: MessagePlace, names: readonly string[]): Promise<void> {
    await inParallel(names, FILES_AT_ONCE, (name) =>
      this.parts.files.remove(awaitedPath(nameMark(name), place))
    )
  }

  async callBack(mark: string): Promise<readonly number[]> {
    const { files } = this.parts
    const places = await this.awaiting(mark)
    const lanes = await inParallel(places, FILES_AT_ONCE, async (place) => {
      const message = await this.read(place)
      if (message) {
        await this.put({ ...place, box: 'inbox' }, message)
        await files.remove(pathOf(place))
      }
      await files.remove(awaitedPath(mark, place))
      return message ? [place.lane] : []
    })
    return [...new Set(lanes.flat())]
  }

  /** Messages that wait for a name. */
  async awaiting(mark: string): Promise<readonly MessagePlace[]> {
    const paths = await this.parts.files.list(`carriers/awaited/${mark}/`)
    return paths.flatMap((path) => placeOfAwaited(path) ?? [])
  }

  async recent(connector: string, first: number): Promise<readonly MessageEnd[]> {
    const { files, clock } = this.parts
    const pending = (await this.list('inbox'))
      .filter((place) => place.connector === connector)
      .slice(-first)
    const paths: string[] = []
    for (let days = 0; days * DAY_MS <= KEPT_MS && paths.length < first; days += 1) {
      const day = dayFolder(connector, clock.now() - days * DAY_MS)
      paths.push(...(await files.list(day, undefined, MOST_RECENT_A_DAY)))
    }
    const told = await inParallel(newestOf(paths, first), FILES_AT_ONCE, async (path) => {
      const file = await files.read(path)
      return file ? [endIn(file.data)] : []
    })
    const open = await inParallel(pending, FILES_AT_ONCE, async (place) => {
      const message = await this.read(place)
      return message ? [endOf(message, 'PENDING')] : []
    })
    const isTold = new Set(open.flat().map(({ id }) => id))
    return [...open.flat(), ...told.flat().filter(({ id }) => !isTold.has(id))]
      .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
      .slice(0, first)
  }

  async removeOld(connector: string): Promise<boolean> {
    const { files, clock } = this.parts
    const now = clock.now()
    const firstOld = Math.floor(KEPT_MS / DAY_MS)
    const days = Array.from({ length: DAYS_BACK }, (_, day) => firstOld + day)
    const found = await inParallel(days, FILES_AT_ONCE, (day) =>
      files.list(dayFolder(connector, now - day * DAY_MS), undefined, REMOVED_AT_ONCE)
    )
    const old = found
      .flat()
      .filter((path) => momentOfEnd(path) <= now - KEPT_MS)
      .slice(0, REMOVED_AT_ONCE)
    await inParallel(old, FILES_AT_ONCE, (path) => files.remove(path))
    return old.length === REMOVED_AT_ONCE
  }

  /** Whoever told it before with its body, is not told over without one. */
  private async tell(end: MessageEnd): Promise<void> {
    const { files } = this.parts
    const path = endPath(end)
    const kept = end.body ?? (await files.read(path).then((file) => file && endIn(file.data).body))
    await files.save(path, { ...end, body: kept }, null)
  }
}

/** A name is of any length, a path is not. */
export function nameMark(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 32)
}

function pathOf({ box, lane, id, connector }: MessagePlace): string {
  return `carriers/${box}/${laneName(lane)}/${id}_${connector}.json`
}

function laneName(lane: number): string {
  return String(lane).padStart(2, '0')
}

function placeIn(path: string): MessagePlace | null {
  const [, box, lane, id, connector] =
    /^carriers\/(inbox|waiting)\/(\d\d)\/([0-9a-z-]+)_([a-z0-9-]+)\.json$/.exec(path) ?? []
  if (Number(lane) >= LANES || connector === undefined) return null
  return { box: box as MessagePlace['box'], lane: Number(lane), id, connector }
}

/** All of a place is in the name: who waits is known by listing. */
function awaitedPath(mark: string, { lane, id, connector }: MessagePlace): string {
  return `carriers/awaited/${mark}/${laneName(lane)}_${id}_${connector}.json`
}

function placeOfAwaited(path: string): MessagePlace | null {
  const [, lane, rest] = /\/(\d\d)_([^/]+)$/.exec(path) ?? []
  return placeIn(`carriers/waiting/${lane}/${rest}`)
}

function endPath({ connector, id }: MessageEnd): string {
  // The newest of a day first, as a listing goes.
  const reversed = (36 ** 9 - 1 - momentOfId(id)).toString(36).padStart(9, '0')
  return `${dayFolder(connector, momentOfId(id))}${reversed}_${id}.json`
}

function dayFolder(connector: string, at: number): string {
  return `carriers/told/${pathSegment(connector)}/${new Date(at).toISOString().slice(0, 10)}/`
}

function momentOfEnd(path: string): number {
  return momentOfId(/_([0-9a-z-]+)\.json$/.exec(path)?.[1] ?? '')
}

function newestOf(paths: readonly string[], first: number): readonly string[] {
  return [...paths].sort((a, b) => momentOfEnd(b) - momentOfEnd(a)).slice(0, first)
}

/** @errors Fault unreadable: taken for empty, it would be lost */
function messageIn(data: unknown): CarrierMessage {
  const message = data as Partial<CarrierMessage> | null
  if (!Array.isArray(message?.parcels) || !message.through) throw unreadable()
  return message as CarrierMessage
}

function endIn(data: unknown): MessageEnd {
  const end = data as Partial<MessageEnd> | null
  if (typeof end?.id !== 'string') throw unreadable()
  return end as MessageEnd
}

function unreadable(): Fault {
  return new Fault({ kind: 'unreadable', upstream: 'VBASE', operation: 'CarrierMessage' })
}
