import { post, puts, shippedOrder, workedOff } from './harness/carriers'
import { ANYTHING_OF_THE_PERSON, PERSON, SENDERS, type Sender } from './harness/senders'
import { useStand } from './harness/stand'

/**
 * Every sender as it really comes, through the real door: its own proof over the bytes on the wire, its own questions
 * while it is registered, its own shape; and of the person in each message nothing is left anywhere.
 */

const stand = useStand()

const inbox = () =>
  stand.world.files.everything().filter(({ path }) => path.startsWith('carriers/inbox/'))
const rawOf = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body))
const minutesAgo = (minutes: number): string =>
  new Date(Math.floor(stand.now() / 1_000) * 1_000 - minutes * 60_000).toISOString()

async function switchOn({ connector, secret }: Sender): Promise<void> {
  const { problems } = await stand.admin.saveConnector({ name: connector, isOn: true, secret })
  expect(problems).toEqual([])
}

describe.each(SENDERS.map((sender) => [sender.connector, sender] as const))(
  '%s',
  (_name, sender) => {
    const { connector, secret, proven, delivered, probes } = sender
    const send = (raw: string, headers: Record<string, string>) =>
      post(stand, raw, { connector, headers })

    it('proves itself, delivers by its code, and nothing of the person stays', async () => {
      await switchOn(sender)
      const orderId = await shippedOrder(stand, 'SENT-1')
      const raw = rawOf(delivered('SENT-1', minutesAgo(30)))
      expect(raw).toContain(PERSON.name)
      expect(await send(raw, proven(raw, secret))).toMatchObject({
        status: 200,
        body: { parcels: 1 },
      })
      expect(await workedOff(stand, 1, 60_000, connector)).toMatchObject([
        { result: 'WRITTEN', orderIds: [orderId] },
      ])
      expect((await stand.admin.order(orderId))!.packages).toMatchObject([
        { isDelivered: true, state: 'DELIVERED' },
      ])
      // Refused for its proof, and unreadable with a good one: neither is written down.
      await send(raw, { ...proven(raw, 'another-secret-of-somebody-1') })
      const broken = `${raw} `
      await send(broken.slice(3), proven(broken.slice(3), secret))
      const everything = [
        ...stand.world.files
          .everything()
          // A secret that signs has to be kept as it is, in this one file.
          .filter(({ path }) => /^(carriers|orders|followed|told)\/(?!connectors\.json)/.test(path))
          .map(({ body }) => body.toString('utf8')),
        JSON.stringify(stand.world.logs.list()),
        JSON.stringify(stand.world.events.list()),
        JSON.stringify(await puts(stand)),
        (await stand.admin.reply('connectors')).text,
        (await stand.admin.reply('activity', { orderId })).text,
      ].join('\n')
      expect(everything.includes('SENT-1')).toBe(true)
      expect(ANYTHING_OF_THE_PERSON.exec(everything)?.[0] ?? null).toBeNull()
      expect(everything.includes(secret.replace(/^.*:/, ''))).toBe(false)
    })

    it('is nobody with another secret, without any, or over other bytes', async () => {
      await switchOn(sender)
      const raw = rawOf(delivered('SENT-2', minutesAgo(30)))
      const others = [proven(raw, `${secret}x`), proven(raw, ''), {}]
      if (JSON.stringify(proven(raw, secret)) !== JSON.stringify(proven(`${raw} `, secret)))
        others.push(proven(`${raw} `, secret))
      for (const headers of others) expect((await send(raw, headers)).status).toBe(401)
      expect(inbox()).toEqual([])
    })

    it(`is answered ${probes.length > 0 ? '' : 'nothing but 401 '}while it is being registered`, async () => {
      // Before a secret is set, and with the connector off.
      for (const { method, body } of probes) {
        const reply = await post(stand, body, { connector, method, headers: {} })
        expect([method, reply.status]).toEqual([method, 200])
      }
      if (probes.length === 0) expect((await send('{}', {})).status).toBe(401)
      // No question names a parcel: one that does needs its proof.
      const raw = rawOf(delivered('SENT-3', minutesAgo(30)))
      expect((await send(raw, {})).status).toBe(401)
      expect(inbox()).toEqual([])
    })
  }
)
