import { BUGS } from '../../oms'
import type { TestStand } from './stand'

/**
 * Tests under VTEX's own names of OMS's known issues (oms §8). Where the stand has a switch for one,
 * it is on in its test.
 */
export class KnownIssues {
  readonly named = new Set<string>()

  constructor(private readonly stand: TestStand) {}

  it(slug: string, defence: string, test: () => Promise<void>): void {
    this.named.add(slug)
    it(`${slug}: ${defence}`, async () => {
      if (slug in BUGS) await this.stand.behave({ bugs: { [slug]: true } })
      await test()
    })
  }
}
