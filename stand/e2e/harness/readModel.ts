import { until, type TestStand } from './stand'

export interface ReadModel {
  readonly isOn: boolean
  readonly keepClosedDays: number
  readonly documents: number
  readonly fill: 'IDLE' | 'FILLING' | 'PAUSED' | 'REMOVING' | 'FAILED'
  readonly filled: number
  readonly toFill: number | null
  readonly asOf: string | null
}

interface Payload {
  readonly readModel: ReadModel | null
  readonly problems: readonly {
    readonly code: string
    readonly severity: string
    readonly field: readonly string[] | null
    readonly facts: readonly { readonly name: string; readonly value: string }[]
  }[]
}

export type StoredDocument = Readonly<Record<string, unknown>>

interface Entity {
  readonly entity: string
  readonly schemas: readonly string[]
  readonly documents: readonly { readonly document: StoredDocument }[]
}

const FIELDS = '{isOn keepClosedDays documents fill filled toFill asOf}'
const PAYLOAD = `{readModel ${FIELDS} problems {code severity field facts {name value}}}`
const SAVE = `mutation ($readModel: ReadModelInput!) {saveReadModel(readModel: $readModel) @ctx ${PAYLOAD}}`

/** Between two looks. @unit milliseconds of the machine's clock */
const LOOK_MS = 80
/** Several of the gaps that a fill keeps between two orders, and little of the seconds that one handler works. */
const WORK_PASS_MS = 800
/** A handler that waits for its turn has a moment like that between two orders. */
const QUIET_LOOKS = 3
const DOCUMENT = /\/dataentities\/[^/]+\/documents\//

/** The read model's own calls, and what Master Data holds of it. */
export class ReadModelFace {
  constructor(private readonly stand: TestStand) {}

  async look(token = 'local-viewer'): Promise<ReadModel> {
    const { data, text } = await this.stand.as(token).send(`{readModel @ctx ${FIELDS}}`)
    if (!data) throw new Error(text)
    return data.readModel as ReadModel
  }

  async save(isOn: boolean, keepClosedDays?: number): Promise<Payload> {
    const variables = { readModel: { isOn, keepClosedDays } }
    return payload(await this.stand.admin.send(SAVE, variables), 'saveReadModel')
  }

  async removeAll(): Promise<Payload> {
    const document = `mutation {removeReadModel @ctx ${PAYLOAD}}`
    return payload(await this.stand.admin.send(document), 'removeReadModel')
  }

  async stored(): Promise<readonly StoredDocument[]> {
    return (await this.entities()).flatMap(({ documents }) =>
      documents.map(({ document }) => document)
    )
  }

  async of(orderId: string): Promise<StoredDocument | undefined> {
    return (await this.stored()).find((one) => one.orderId === orderId)
  }

  entities(): Promise<readonly Entity[]> {
    return this.stand.control('GET', '/local/masterdata/documents')
  }

  async behave(patch: Record<string, unknown>): Promise<void> {
    await this.stand.control('PUT', '/local/masterdata/behaviour', patch)
  }

  /** Until every order was looked at once. */
  filled(): Promise<ReadModel> {
    return this.until(({ fill, asOf }) => fill === 'IDLE' && asOf !== null)
  }

  /**
   * Somebody looks now and then until it holds, while time goes by: a little of it while orders are read, so that a
   * handler is not over after each of them, and `passMs` where nobody works.
   */
  async until(
    holds: (model: ReadModel) => boolean | Promise<boolean>,
    passMs = 61_000
  ): Promise<ReadModel> {
    let model: ReadModel | null = null
    let before = this.newestWork()
    let quietLooks = 0
    await until(
      async () => {
        model = await this.look()
        if (await holds(model)) return true
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
        const newest = this.newestWork()
        quietLooks = newest === before ? quietLooks + 1 : 0
        await this.stand.pass(quietLooks < QUIET_LOOKS ? WORK_PASS_MS : passMs)
        before = newest
        return false
      },
      'the read model',
      90_000
    ).catch((error: Error) => {
      throw new Error(`${error.message}; it is ${JSON.stringify(model)}`)
    })
    return model!
  }

  /** The newest call by which a handler read, stored or removed one document. */
  private newestWork(): unknown {
    const isWork = ({ path }: { path: string }) => DOCUMENT.test(path)
    return this.stand.world.calls.list().filter(isWork).at(-1)
  }
}

function payload(reply: { readonly data: unknown; readonly text: string }, field: string): Payload {
  const data = (reply.data as Record<string, Payload> | null)?.[field]
  if (!data) throw new Error(reply.text)
  return data
}
