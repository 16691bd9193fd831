import type { TestStand } from '../../e2e/harness/stand'
import { expectValue } from './expectations'
import type { GivenFile } from './hand'
import type { Person } from './person'

/** The NF-e that the stand holds for a demo order. */
export async function demoNfe(stand: TestStand, orderId: string): Promise<GivenFile> {
  const response = await fetch(`${stand.url}/local/nfe/${encodeURIComponent(orderId)}`)
  if (!response.ok) throw new Error(`no NF-e for ${orderId}: ${response.status}`)
  return { name: `nfe-${orderId}.xml`, bytes: Buffer.from(await response.arrayBuffer()) }
}

/** Drops that NF-e on the open card, and waits until it has filled the form and the form was checked. */
export async function giveDemoNfe(
  person: Person,
  stand: TestStand,
  orderId: string
): Promise<void> {
  const open = person.page.getByRole('region', { name: 'To invoice', exact: true })
  await open.waitFor()
  await person.drop(open, [await demoNfe(stand, orderId)])
  // An empty form says what it would do to the order, too.
  await expectValue(open.getByLabel('Invoice number'), /^\d+$/)
  // The amounts are old ones until the document was checked too.
  await open.locator('.it-bar--old').waitFor({ state: 'detached' })
}
