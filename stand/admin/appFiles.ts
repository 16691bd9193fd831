import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Page } from './runtime/locations'
import type { NavigationGroup } from './shell/config'

const routes = z.record(z.string(), z.object({ component: z.string(), path: z.string() }))

const entry = z.object({
  section: z.string(),
  subSection: z.string().optional(),
  titleId: z.string().optional(),
  path: z.string().optional(),
  subSectionItems: z.array(z.object({ labelId: z.string(), path: z.string() })).default([]),
})
const navigation = z.union([z.array(entry), entry.transform((one) => [one])])

function read<T>(path: string, shape: z.ZodType<T>, absent: T): T {
  if (!existsSync(path)) return absent
  const value = shape.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!value.success) throw new Error(`${path}: ${z.prettifyError(value.error)}`)
  return value.data
}

/** The pages of admin/routes.json. */
export function readPages(root: string): Page[] {
  const found = read(join(root, 'admin', 'routes.json'), routes, {})
  return Object.entries(found).map(([id, page]) => ({ id, ...page }))
}

/** The menu of admin/navigation.json, in either of the Admin's forms (platform §8). */
export function readNavigation(root: string): NavigationGroup[] {
  return read(join(root, 'admin', 'navigation.json'), navigation, []).map((one) => ({
    section: one.section,
    label: one.subSectionItems.length > 0 ? (one.titleId ?? '') : '',
    items:
      one.subSectionItems.length > 0
        ? one.subSectionItems.map(({ labelId, path }) => ({ label: labelId, path }))
        : one.path
          ? [{ label: one.titleId ?? one.path, path: one.path }]
          : [],
  }))
}
