import React, { useEffect, useState } from 'react'
import type { Bundle, PageComponent } from './config'

const loaded = new Map<string, PageComponent>()

async function load({ script, style }: Bundle): Promise<PageComponent> {
  const known = loaded.get(script)
  if (known) return known
  const [module] = await Promise.all([window.__standImport(script), style && applied(style)])
  loaded.set(script, module.default)
  return module.default
}

/** A page whose style comes later would jump. */
function applied(style: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = style
    link.onload = () => resolve()
    link.onerror = () => reject(new Error(`${style} did not come`))
    document.head.append(link)
  })
}

interface Props {
  bundle: Bundle
  params: Record<string, string>
}

/** A page of the app: its bundle is asked for when it is first shown, as the platform does. */
export function BundledPage({ bundle, params }: Props) {
  const [, setLoaded] = useState(loaded.size)
  const Page = loaded.get(bundle.script)

  useEffect(() => {
    let isShown = true
    load(bundle).then(
      () => isShown && setLoaded(loaded.size),
      (error: unknown) => console.error(String(error))
    )
    return () => {
      isShown = false
    }
  }, [bundle])

  return Page ? <Page params={params} /> : null
}
