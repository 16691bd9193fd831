import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { demoNfe } from './harness/documents'
import { expectFocus, expectValue } from './harness/expectations'

interface Manifest {
  policies: { name: string; attrs?: { host: string; path: string } }[]
}

const directory = mkdtempSync(join(tmpdir(), 'manifest-'))
const manifestPath = join(directory, 'manifest.json')
const real = readFileSync(join(__dirname, '..', '..', 'manifest.json'), 'utf8')
writeFileSync(manifestPath, real)

const stand = useStand({ manifestPath })
const browser = useBrowser(stand)
afterEach(() => writeFileSync(manifestPath, real))
afterAll(() => rmSync(directory, { recursive: true }))

const ORDER = '1300010000101-01'
/** The browser itself notes an answer that is no success. */
const NO_SUCCESS = /Failed to load resource/

async function withoutOutboundAccess(path: string): Promise<void> {
  const manifest = JSON.parse(real) as Manifest
  const policies = manifest.policies.filter((policy) => policy.attrs?.path !== path)
  expect(policies).toHaveLength(manifest.policies.length - 1)
  writeFileSync(manifestPath, JSON.stringify({ ...manifest, policies }))
  await stand.reset()
}

describe('without the outbound-access entry', () => {
  it('for one order at OMS, its page says in words that VTEX refuses it', async () => {
    await withoutOutboundAccess('/api/oms/pvt/orders/*')
    const person = await browser.person()
    person.expects(NO_SUCCESS)
    await person.openOrder(ORDER)
    await person.page
      .getByText(/VTEX did not allow this.*permission to view orders/)
      .first()
      .waitFor()
    expect(await person.page.getByRole('form').count()).toBe(0)
    expect(await stand.requests()).toEqual([])
  })

  it("for OMS's list, the queue says in words that VTEX refuses it, tabs stay", async () => {
    await withoutOutboundAccess('/api/oms/pvt/orders')
    const person = await browser.person()
    person.expects(NO_SUCCESS)
    await person.openQueue()
    await person.page
      .getByText(/VTEX did not allow this.*permission to view orders/)
      .first()
      .waitFor()
    await person.page.getByRole('navigation', { name: 'Queues' }).waitFor()
    expect(await person.page.getByRole('table').count()).toBe(0)
  })
})

describe('who lacks a right', () => {
  it('to write, sees the order and in the place of the button the reason with the roles', async () => {
    const person = await browser.person({ as: 'local-viewer' })
    const { page } = person
    await person.openOrder(ORDER)
    const open = page.getByRole('region', { name: 'To invoice', exact: true })
    await open
      .getByText(/You do not have the permission .*Roles that include it: .*OMS - Full access/)
      .waitFor()
    expect(await page.getByRole('button', { name: /^Invoice \d/ }).count()).toBe(0)
    expect(await page.getByRole('button', { disabled: true }).count()).toBe(0)
  })

  it('to write, cannot start handling from the queue', async () => {
    const person = await browser.person({ as: 'local-viewer' })
    const { page } = person
    await person.openQueue('?queue=TO_HANDLE')
    await page.getByRole('checkbox', { name: /^Select all/ }).check({ force: true })
    await page
      .getByText(/selected/)
      .first()
      .waitFor()
    expect(await page.getByRole('button', { name: /^Start handling/ }).count()).toBe(0)
  })

  it('to look, reads which right it takes and which role holds it, and no empty table', async () => {
    const person = await browser.person({ as: 'local-nobody' })
    person.expects(NO_SUCCESS)
    await person.openQueue()
    await person.page.getByText(/You need permission to view orders.*OMS - Full access/).waitFor()
    expect(await person.page.getByRole('table').count()).toBe(0)
    await person.openOrder(ORDER)
    await person.page.getByText(/You need permission to view orders.*OMS - Full access/).waitFor()
  })
})

describe('a session that ends', () => {
  it('is said over the untouched form; what was typed is sent after signing in again', async () => {
    const person = await browser.person()
    person.expects(NO_SUCCESS)
    const { page } = person
    await person.openOrder(ORDER)
    const form = page.getByRole('region', { name: 'To invoice', exact: true })
    await person.drop(form, [await demoNfe(stand, ORDER)])
    const number = page.getByLabel('Invoice number')
    await expectValue(number, '600101')
    // It comes there once the document is checked: nothing is asked any more that could meet the end first.
    await expectFocus(page.getByLabel('Tracking number or link'))
    const sendButton = page.getByRole('button', { name: /^Invoice 3 of 3/ })

    await person.becomes('local-expired')
    await sendButton.click()
    const dialog = page.getByRole('alertdialog', { name: 'Session expired' })
    await dialog.getByText(/Nothing you typed is lost/).waitFor()
    expect(await dialog.getByRole('link', { name: /Sign in/ }).getAttribute('target')).toBe(
      '_blank'
    )
    expect(await stand.writes()).toEqual([])

    await person.becomes('local-admin')
    await dialog.getByRole('button', { name: 'Continue' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await expectValue(number, '600101')
    await sendButton.click()
    await person.hears(/^Done: invoice 600101/)
    expect((await stand.writes()).map(({ operation }) => operation)).toEqual(['NotifyInvoice'])
  })
})
