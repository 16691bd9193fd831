import { useMemo } from 'react'
import { useRuntime } from 'vtex.render-runtime'
import { pages, queryText, settingsHref } from '../../shared/navigation/urls'
import { PanelLink } from '../../shared/navigation/usePanelNavigation'
import { overviewQuery, OverviewState } from './overviewState'

const OVERVIEW = `${pages.queue}.overview`
/** The card of complete queues in the settings. */
const CARD = 'read-model'

/** Ways that this page alone goes: what shared code holds, the pages of daily work have to load. */
export function useOverviewLinks() {
  const { navigate } = useRuntime()
  return useMemo(
    () => ({
      choose: (state: OverviewState) =>
        navigate({ page: OVERVIEW, query: queryText(overviewQuery(state)) }),
      toReadModel: (): PanelLink => ({
        href: `${settingsHref()}#${CARD}`,
        go: () => navigate({ page: pages.settings, hash: CARD }),
      }),
    }),
    [navigate]
  )
}
