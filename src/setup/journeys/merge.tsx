import { useEffect, useState } from 'preact/hooks';
import type { RestorePreview } from '../../messages/backup-views.ts';
import { ask } from '../../messages/send.ts';
import { fullName, titleOf } from '../../ui/find-accounts.ts';
import { formatNumber, t, tCount } from '../../ui/i18n.ts';
import { closeTab } from '../../ui/own-pages.ts';
import { Message } from '../../ui/parts/message.tsx';
import { Note } from '../../ui/parts/note.tsx';
import { Tile } from '../../ui/parts/tile.tsx';
import { StepFrame } from '../steps/step-frame.tsx';
import { useRequest } from '../use-request.ts';

/** What an opened backup would bring, then brings. */
export function Merge() {
  const [preview, setPreview] = useState<RestorePreview | null | 'loading'>('loading');
  const [added, setAdded] = useState<number | null>(null);
  const { busy, problem, run } = useRequest();
  useEffect(() => void ask('restorePreview').then(setPreview), []);
  const merge = async () => {
    const merged = await run(() => ask('restoreMerge'));
    if (merged) setAdded(merged.value.added);
  };
  if (preview === 'loading') return <main aria-busy="true" />;
  if (added !== null) {
    return (
      <StepFrame
        name="restore-done"
        title={t('restoreDoneTitle')}
        lead={tCount(added, 'restoreDoneOne', 'restoreDoneMany')}
        last
      >
        <button type="button" id="close" class="btn pri tall wide" data-first onClick={closeTab}>
          {t('ready')}
        </button>
      </StepFrame>
    );
  }
  const fresh = preview?.fresh ?? [];
  const duplicates = preview?.duplicates ?? [];
  return (
    <StepFrame
      name="restore-preview"
      title={t('restorePreviewTitle')}
      lead={tCount(fresh.length, 'restoreFreshOne', 'restoreFreshMany')}
    >
      {fresh.length > 0 && (
        <ul class="card plain" id="fresh">
          {fresh.map((account, nth) => (
            <li key={nth} class="opt">
              <Tile title={titleOf(account)} />
              {fullName(account)}
            </li>
          ))}
        </ul>
      )}
      {duplicates.length > 0 && (
        <p class="meta" id="duplicates">
          {t('restoreDuplicates', formatNumber(duplicates.length), duplicates.map(fullName).join(', '))}
        </p>
      )}
      {(preview?.unreadable ?? 0) > 0 && (
        <Note kind="warn">{t('restoreUnreadable', formatNumber(preview?.unreadable ?? 0))}</Note>
      )}
      <Message code={preview ? problem : 'no-restore'} />
      <button
        type="button"
        id="merge"
        class="btn pri tall wide"
        data-first
        disabled={busy || fresh.length === 0}
        onClick={merge}
      >
        {t(busy ? 'busy' : 'restoreMergeGo')}
      </button>
    </StepFrame>
  );
}
