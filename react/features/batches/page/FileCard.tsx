import React from 'react'
import { LinkButton, PrimaryButton, SecondaryButton } from '../../../shared/components/ActionButton'
import { Card } from '../../../shared/components/Card'
import { FailureNotice } from '../../../shared/components/FailureNotice'
import { Notice } from '../../../shared/components/Notice'
import { ProblemText } from '../../../shared/components/ProblemText'
import { useWords } from '../../../shared/words/useWords'
import { fileDesk } from '../desk/fileDesk'
import { leftBehind } from '../desk/fileState'
import type { OpenFile } from '../desk/fileState'
import type { FileActs } from '../desk/useFileDesk'
import { Choose } from './Choose'
import { Columns } from './Columns'
import { FileRow } from './FileRow'
import { Leaf } from './Leaf'
import { ProgressLine } from './ProgressLine'
import { Questions } from './Questions'
import { useFaultWords } from './useFaultWords'
import { useFileRows } from './useFileRows'
import { reasonsOf, saveWrongRows } from './wrongRows'

interface Props {
  file: OpenFile
  acts: FileActs
  rights: { canInvoice: boolean; canReturn: boolean }
  onSend: (isRehearsal: boolean) => void
}

/** An open file: what it came to, what is wrong, and the two ways on. */
export function FileCard({ file, acts, rights, onSend }: Props) {
  const words = useWords()
  const { faultWords } = useFaultWords()
  const { summary, work, stop, name, version } = file
  const { states } = summary
  const behind = leftBehind(summary) - states.WAITING
  const isLocked = work.kind === 'SENDING'
  const rows = useFileRows(version, behind > 0 ? 'WRONG' : 'ALL')
  const mayStart = rights.canInvoice && (summary.returns === 0 || rights.canReturn)
  const isTable = summary.source === 'CSV' || summary.source === 'XLSX'
  const readers = fileDesk.inHand()

  return (
    <Card
      id="batch-file"
      title={name}
      aside={!isLocked && <LinkButton onClick={acts.close}>{words('batches.put-away')}</LinkButton>}
    >
      <p className="ma0 mb3">
        {words('batches.found', {
          ready: states.READY,
          rows: summary.rows,
          behind,
        })}
      </p>
      {summary.leftOut.length > 0 && (
        <p className="ma0 mb3 t-small">
          {words('batches.left-out', {
            count: summary.leftOut.length,
            names: summary.leftOut
              .slice(0, 5)
              .map((one) => one.name)
              .join(', '),
          })}
        </p>
      )}
      {summary.notRead.length > 0 && (
        <p className="ma0 mb3 t-small">
          {words('batches.sheets', {
            name: summary.sheetName,
            others: summary.notRead.join(', '),
          })}
        </p>
      )}
      {work.kind === 'CHECKING' && (
        <ProgressLine progress={null}>{words('batches.checking')}</ProgressLine>
      )}
      {work.kind === 'MATCHING' && (
        <ProgressLine progress={work}>
          {words('batches.matching', { done: work.done, total: work.total })}
        </ProgressLine>
      )}
      {work.kind === 'SENDING' && (
        <ProgressLine progress={work}>
          {words('batches.uploading', { done: work.done, total: work.total })}
        </ProgressLine>
      )}
      {stop && stop.kind === 'FAILED' && (
        <FailureNotice
          failure={stop.failure}
          onRetry={stop.during === 'MATCHING' ? acts.findAgain : undefined}
        />
      )}
      {stop &&
        stop.kind === 'REFUSED' &&
        stop.problems.map((problem, at) => (
          <Notice key={at} tone="wrong">
            <ProblemText problem={problem} />
          </Notice>
        ))}
      <div className="it-batch-part">
        <Questions summary={summary} isLocked={isLocked} onMap={acts.map} />
        {isTable && <Columns summary={summary} isLocked={isLocked} onMap={acts.map} />}
      </div>
      {!mayStart && <Notice tone="info">{words('batches.no-right')}</Notice>}
      {mayStart && (
        <div className="it-batch-acts">
          {states.READY > 0 && (
            <>
              <PrimaryButton
                isLoading={isLocked}
                isIdle={work.kind !== 'IDLE' && !isLocked}
                onClick={() => work.kind === 'IDLE' && onSend(true)}
              >
                {words('batches.act.REHEARSE', { count: states.READY })}
              </PrimaryButton>
              {!isLocked && (
                <SecondaryButton
                  isIdle={work.kind !== 'IDLE'}
                  onClick={() => work.kind === 'IDLE' && onSend(false)}
                >
                  {words('batches.send', { count: states.READY })}
                </SecondaryButton>
              )}
            </>
          )}
          {behind > 0 && readers && !isLocked && (
            <LinkButton
              onClick={() =>
                void saveWrongRows(readers, summary, name, words('batches.reason'), (line) =>
                  line.faults.length > 0
                    ? reasonsOf(line.faults, faultWords)
                    : words(`batches.state.${line.state}`)
                )
              }
            >
              {words('batches.save-wrong', { count: behind })}
            </LinkButton>
          )}
        </div>
      )}
      <Choose
        label={words('batches.show')}
        value={rows.only}
        onChange={rows.choose}
        options={[
          { value: 'WRONG', label: words('batches.show.WRONG', { count: behind }) },
          { value: 'READY', label: words('batches.show.READY', { count: states.READY }) },
          { value: 'ALL', label: words('batches.show.ALL', { count: summary.rows }) },
        ]}
      />
      {rows.page && rows.page.rows.length === 0 && (
        <p className="it-batch-none t-small">{words('batches.no-rows')}</p>
      )}
      {rows.page && (
        <ul className="it-batch-rows" aria-label={words('batches.rows')}>
          {rows.page.rows.map((row) => (
            <FileRow key={row.row} row={row} isLocked={isLocked} acts={acts} />
          ))}
        </ul>
      )}
      {rows.page && (
        <Leaf
          offset={rows.page.offset}
          shown={rows.page.rows.length}
          total={rows.page.total}
          perPage={rows.perPage}
          onMove={rows.move}
        />
      )}
    </Card>
  )
}
