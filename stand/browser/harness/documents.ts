import type { TestStand } from '../../e2e/harness/stand'
import type { GivenFile } from './hand'

/** The NF-e that the stand holds for a demo order. */
export async function demoNfe(stand: TestStand, orderId: string): Promise<GivenFile> {
  const response = await fetch(`${stand.url}/local/nfe/${encodeURIComponent(orderId)}`)
  if (!response.ok) throw new Error(`no NF-e for ${orderId}: ${response.status}`)
  return { name: `nfe-${orderId}.xml`, bytes: Buffer.from(await response.arrayBuffer()) }
}
