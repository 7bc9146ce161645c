import { useState } from 'preact/hooks';
import { t } from '../../ui/i18n.ts';
import { ChoiceRow } from '../../ui/parts/choice-row.tsx';
import { Icon } from '../../ui/parts/icon.tsx';
import { Message } from '../../ui/parts/message.tsx';
import type { Code } from '../../ui/sentences.ts';
import { openInTab } from '../own-tab.ts';

interface Props {
  busy: boolean;
  problem: Code | null;
  onScan: () => void;
  onFile: (file: File) => void;
  onPaste: (text: string) => void;
  onByHand: () => void;
}

export function AddMenu({ busy, problem, onScan, onFile, onPaste, onByHand }: Props) {
  const [text, setText] = useState('');
  const takeFile = (files: FileList | undefined | null) => {
    const file = files?.[0];
    if (file) onFile(file);
    return file !== undefined;
  };
  return (
    <div class="body pad-small stack gaps">
      <button type="button" id="scan" class="hero" data-first disabled={busy} onClick={onScan}>
        <Icon name="scan" size={40} />
        <span>
          <b>{t(busy ? 'scanning' : 'scan')}</b>
          <span>{t('scanLead')}</span>
        </span>
      </button>
      <Message code={problem} />
      <form
        class="card pad-small stack gap"
        onSubmit={(event) => {
          event.preventDefault();
          onPaste(text);
        }}
      >
        <label class="strong" for="paste">
          {t('paste')}
        </label>
        <textarea
          id="paste"
          rows={2}
          autoComplete="off"
          autoCapitalize="off"
          spellcheck={false}
          placeholder={t('pasteLead')}
          aria-describedby="paste-hint"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onPaste={(event) => {
            // A screenshot in the clipboard will do as well.
            if (takeFile(event.clipboardData?.files)) event.preventDefault();
          }}
        />
        <p class="meta" id="paste-hint">
          {t('pasteHint')}
        </p>
        <button type="submit" id="paste-go" class="btn" disabled={busy}>
          {t('goOn')}
        </button>
      </form>
      <div class="card">
        <label class="choice">
          <Icon name="image" size={24} />
          <span class="tx">
            <b>{t('image')}</b>
            <span class="meta">{t('imageLead')}</span>
          </span>
          <input
            type="file"
            id="image"
            class="vh"
            accept="image/*"
            onChange={(event) => {
              takeFile(event.currentTarget.files);
              event.currentTarget.value = '';
            }}
          />
          <Icon name="right" size={16} />
        </label>
        <ChoiceRow id="by-hand" icon="keys" title={t('byHand')} lead={t('byHandLead')} onClick={onByHand} />
      </div>
      {__TARGET__ === 'firefox' && (
        <button type="button" class="btn quiet wide" onClick={() => openInTab('add')}>
          {t('imageTab')}
        </button>
      )}
    </div>
  );
}
