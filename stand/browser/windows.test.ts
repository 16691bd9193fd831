import { useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'

const stand = useStand()
const browser = useBrowser(stand)

it('is theirs alone who sits down at it after somebody left, however often that one leaves', async () => {
  const first = await browser.person()
  await first.openQueue()
  await first.leave()
  const second = await browser.person()
  await first.leave()
  const third = await browser.person()
  expect(second.page).toBe(first.page)
  expect(third.page).not.toBe(second.page)
  await first.closeWindow()
  await second.openQueue()
  await second.page.getByRole('row').nth(1).waitFor()
})
