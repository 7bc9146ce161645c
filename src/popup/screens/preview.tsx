import { useCallback, useState } from 'preact/hooks';
import { ask } from '../../messages/send.ts';
import type { Resemblance } from '../../messages/site-views.ts';
import type { DraftView } from '../../messages/views.ts';
import { attempt } from '../../ui/attempt.ts';
import { useAt, useClock } from '../../ui/clock.ts';
import { titleOf } from '../../ui/find-accounts.ts';
import { t, tCount } from '../../ui/i18n.ts';
import { Bar } from '../../ui/parts/bar.tsx';
import { CodeText } from '../../ui/parts/code-text.tsx';
import { Field } from '../../ui/parts/field.tsx';
import { Message } from '../../ui/parts/message.tsx';
import { Ring } from '../../ui/parts/ring.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { Tile } from '../../ui/parts/tile.tsx';
import { isResemblance } from '../../ui/resemblance.ts';
import type { Code } from '../../ui/sentences.ts';
import { DraftNotes } from '../parts/draft-notes.tsx';
import { ProposedSites } from '../parts/proposed-sites.tsx';
import { KeepLookalike } from './keep-lookalike.tsx';

interface Props {
  first: DraftView;
  more: number;
  /** Saved under these names, or not saved. */
  onDone: (saved: { issuer: string; name: string } | null) => Promise<void>;
  onLocked: () => void;
}

/** Nothing is saved unseen: what the account will be, with the code that proves that the key was read well. */
export function PreviewScreen({ first, more, onDone, onLocked }: Props) {
  const now = useClock();
  const [draft, setDraft] = useState(first);
  const [issuer, setIssuer] = useState(first.issuer);
  const [name, setName] = useState(first.name);
  const [site, setSite] = useState<string>(first.site ?? '');
  const [problem, setProblem] = useState<Code | null>(null);
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<Resemblance | null>(null);
  const renew = useCallback(async () => {
    const renewed = await ask('draft');
    if (!renewed) onLocked();
    // Another popup may have saved this one meanwhile: names typed for it are not the next one's.
    else if (renewed.draft.id === first.id) setDraft(renewed.draft);
    else await onDone(null);
  }, [onLocked, onDone, first.id]);
  useAt(draft.validUntil, draft, renew);

  const save = async (typed?: string) => {
    setBusy(true);
    setFound(null);
    const confirmed = { id: first.id, issuer, name, site: site.trim() || null };
    const answer = await attempt(ask('saveDraft', { ...confirmed, ...(typed !== undefined && { typed }) }));
    setBusy(false);
    if (answer.ok) await onDone({ issuer, name });
    else if (answer.error === 'locked') onLocked();
    else if (isResemblance(answer.error)) setFound(answer.error);
    else setProblem(answer.error);
  };
  const cancel = async () => {
    await ask('discardDraft', { id: first.id });
    await onDone(null);
  };
  if (found) {
    return (
      <KeepLookalike
        name="preview"
        title={t('previewTitle')}
        found={found}
        onConfirm={(typed) => void save(typed)}
        onCancel={() => setFound(null)}
      />
    );
  }
  return (
    <Screen name="preview" onBack={cancel}>
      <Bar title={t('previewTitle')} onBack={cancel} />
      <form
        class="body pad-small stack gap"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {more > 0 && <p class="meta">{tCount(more, 'moreDraftsOne', 'moreDraftsMany')}</p>}
        <div class="card now">
          <Tile title={titleOf({ issuer, name })} />
          <div>
            <p class="meta">{t('codeNow')}</p>
            <div id="draft-code" data-code={draft.code}>
              <CodeText code={draft.code} size="large" />
            </div>
          </div>
          {draft.validFrom !== null && draft.validUntil !== null && (
            <Ring from={draft.validFrom} until={draft.validUntil} now={now} big />
          )}
        </div>
        <Field id="draft-issuer" label={t('issuer')} value={issuer} onInput={setIssuer} />
        <Field id="draft-name" label={t('name')} value={name} onInput={setName} />
        <Field
          id="draft-site"
          label={t('belongsTo')}
          hint={t('siteHint')}
          value={site}
          inputMode="url"
          onInput={setSite}
        />
        {site.trim() === '' && <ProposedSites issuer={issuer} onChoose={setSite} />}
        <DraftNotes draft={draft} />
        <Message code={problem} />
        <div class="pair">
          <button type="button" id="cancel" class="btn tall" onClick={cancel}>
            {t('cancel')}
          </button>
          <button type="submit" id="save" class="btn pri tall" data-first disabled={busy}>
            {t('save')}
          </button>
        </div>
      </form>
    </Screen>
  );
}
