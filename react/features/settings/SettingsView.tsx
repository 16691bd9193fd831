import React from 'react'
import { LinkButton } from '../../shared/components/ActionButton'
import { FailureNotice } from '../../shared/components/FailureNotice'
import { Notice } from '../../shared/components/Notice'
import { PageFrame } from '../../shared/components/PageFrame'
import { PanelAnchor } from '../../shared/components/PanelAnchor'
import { ScreenHeader } from '../../shared/components/ScreenHeader'
import { SendsSummary } from '../../shared/components/SendsSummary'
import { Skeleton } from '../../shared/components/Skeleton'
import { SlowLine } from '../../shared/components/SlowLine'
import { onSendKey } from '../../shared/components/sendKey'
import { firstQueueState } from '../../shared/navigation/urls'
import { usePanelNavigation } from '../../shared/navigation/usePanelNavigation'
import { queueMemory } from '../../shared/sending/queueMemory'
import { useWords } from '../../shared/words/useWords'
import { AccountCheckCard } from './AccountCheckCard'
import { CarriersCard } from './CarriersCard'
import { Choices } from './Choices'
import { Conflicts } from './Conflicts'
import { LeaveDialog } from './LeaveDialog'
import { problemsOf } from './problemAt'
import { ReadModelCard } from './ReadModelCard'
import { ReadModelReading } from './ReadModelReading'
import { SaveBar } from './SaveBar'
import { SettingsReading } from './SettingsReading'
import { useAskBeforeLeaving } from './useAskBeforeLeaving'
import { useSettings } from './useSettings'
import './settings.global.css'

type Controller = ReturnType<typeof useSettings>

function Form({ settings }: { settings: Controller }) {
  const { draft, edit, problems, conflicts, conflictCalls, theirs, choose, isChanged } = settings
  if (!draft) return null
  const placed = problemsOf(problems)
  return (
    <div id="form" tabIndex={-1} onKeyDown={onSendKey(settings.submit)}>
      {theirs && (
        <Conflicts
          names={conflicts}
          theirs={theirs}
          draft={draft}
          isMineLeft={isChanged}
          calls={conflictCalls}
          onChoose={choose}
        />
      )}
      <CarriersCard
        carriers={draft.carriers}
        problems={placed}
        onChange={(carriers) => edit({ carriers })}
      />
      <Choices draft={draft} onEdit={edit} problems={placed} />
      <SaveBar settings={settings} problems={placed} />
    </div>
  )
}

export function SettingsView({ settings }: { settings: Controller }) {
  const words = useWords()
  const { toQueue } = usePanelNavigation()
  const memory = queueMemory.get()
  const leaving = useAskBeforeLeaving(settings.isChanged)
  const { failure, loading, stored, canConfigure } = settings
  const header = (
    <ScreenHeader
      title={words('settings.title')}
      above={
        <PanelAnchor link={toQueue(memory ? memory.state : firstQueueState)}>
          {`‹ ${words(`queue.${(memory ? memory.state : firstQueueState).queue}`)}`}
        </PanelAnchor>
      }
      aside={<SendsSummary />}
    />
  )
  return (
    <PageFrame header={header} skip={{ label: words('order.skip-to-form'), targetId: 'settings' }}>
      {leaving.isAsked && (
        <LeaveDialog
          onStay={leaving.stay}
          onLeave={() => {
            settings.undo()
            leaving.leave()
          }}
        />
      )}
      <div id="settings" className="it-settings">
        {loading && !stored && (
          <div className="it-card bg-base ba b--muted-4 br3">
            <Skeleton rows={8} height={44} />
            <SlowLine onStop={settings.stop} />
          </div>
        )}
        {!loading && !stored && !failure && (
          <Notice
            tone="look"
            action={<LinkButton onClick={settings.refetch}>{words('failure.tryAgain')}</LinkButton>}
          >
            {words('list.stopped')}
          </Notice>
        )}
        {failure && <FailureNotice failure={failure} onRetry={settings.refetch} />}
        {stored && !canConfigure && <SettingsReading settings={stored} />}
        {stored && canConfigure && <Form settings={settings} />}
        {stored && (canConfigure ? <ReadModelCard /> : <ReadModelReading />)}
        {stored && canConfigure && <AccountCheckCard />}
      </div>
    </PageFrame>
  )
}
