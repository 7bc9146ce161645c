import { useState } from 'preact/hooks';
import { ask } from '../../messages/send.ts';
import type { AccountView } from '../../messages/views.ts';
import { attempt } from '../../ui/attempt.ts';
import { fullName } from '../../ui/find-accounts.ts';
import { t } from '../../ui/i18n.ts';
import { Icon } from '../../ui/parts/icon.tsx';
import { Note } from '../../ui/parts/note.tsx';
import { QrPicture } from '../../ui/parts/qr-picture.tsx';
import { PinPrompt } from './pin-prompt.tsx';

interface Shown {
  uri: string;
  secret: string;
}

/** The secret of one account, for another authenticator. Gone again with the screen. */
export function ShowSecret({ account, onLocked }: { account: AccountView; onLocked: () => void }) {
  const [asking, setAsking] = useState(false);
  const [shown, setShown] = useState<Shown | null>(null);
  const show = async (pin: string) => {
    const answer = await attempt(ask('showSecret', { id: account.id, pin }));
    if (answer.ok) {
      setAsking(false);
      setShown(answer.value);
      return null;
    }
    if (answer.error === 'locked') onLocked();
    return answer.error;
  };
  if (shown) {
    return (
      <section class="apart stack gap" id="secret-shown">
        <Note kind="warn" title={t('secretWarnTitle')}>
          <p>{t('secretWarn')}</p>
        </Note>
        <QrPicture text={shown.uri} label={t('secretQr', fullName(account))} hint={t('secretQrHint')} />
        <dl>
          <dt class="meta">{t('secret')}</dt>
          <dd class="secret mono" id="secret-text">
            {shown.secret.match(/.{1,4}/g)?.map((group, nth) => (
              <span key={nth}>{group}</span>
            ))}
          </dd>
        </dl>
        <button type="button" id="hide-secret" class="btn wide" onClick={() => setShown(null)}>
          {t('secretHide')}
        </button>
      </section>
    );
  }
  return (
    <div class="apart">
      {asking ? (
        <PinPrompt
          id="secret-pin"
          title={t('secretPin')}
          lead={t('secretPinLead')}
          send={show}
          onCancel={() => setAsking(false)}
        />
      ) : (
        <button type="button" id="show-secret" class="btn wide" onClick={() => setAsking(true)}>
          <Icon name="qr" />
          {t('secretShow')}
        </button>
      )}
    </div>
  );
}
