import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packedFiles } from './packedFiles'

const root = join(__dirname, '..', '..')
const accepted = join(__dirname, 'packed-files.txt')

describe('files that ship', () => {
  it('are exactly the committed list (UPDATE_PACKED_FILES=1 npm test rewrites it for review)', async () => {
    const files = await packedFiles(root)
    if (process.env.UPDATE_PACKED_FILES) writeFileSync(accepted, `${files.join('\n')}\n`)
    expect(files).toEqual(readFileSync(accepted, 'utf8').trim().split('\n'))
  })

  it('hold nothing of the workbench', async () => {
    const strangers = (await packedFiles(root)).filter((file) =>
      /^(stand|bench|tooling|\.stand|\.artifacts)\/|\.test\.tsx?$|^docs\/(?!(README|connections)\.md$)|fixtures|testing\/|__mocks__|\.env|package-lock/.test(
        file
      )
    )
    expect(strangers).toEqual([])
  })

  it('leave out nothing that is not there', () => {
    const lines = readFileSync(join(root, '.vtexignore'), 'utf8').trim().split('\n')
    // Written by a run of jest, not committed.
    const named = lines.filter((line) => !line.includes('*') && line !== 'coverage/')
    expect(named.filter((line) => !existsSync(join(root, line)))).toEqual([])
  })

  it('name no local address and import nothing from the stand', async () => {
    const guilty = (await packedFiles(root)).filter((file) =>
      /localhost|127\.0\.0\.1|from '(\.\.\/)+stand\//.test(readFileSync(join(root, file), 'utf8'))
    )
    expect(guilty).toEqual([])
  })
})
