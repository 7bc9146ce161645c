import { useEffect, useState } from 'preact/hooks';
import type { AddedFrom } from '../../core/account.ts';
import { ask } from '../../messages/send.ts';
import type { Drafts } from '../../messages/views.ts';
import { attempt } from '../../ui/attempt.ts';
import { t } from '../../ui/i18n.ts';
import { Bar } from '../../ui/parts/bar.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { accountsInFile, accountsInPictures, isAccountUri } from '../../ui/qr.ts';
import type { Code } from '../../ui/sentences.ts';
import { AddMenu } from '../parts/add-menu.tsx';
import { HandForm } from '../parts/hand-form.tsx';
import { QrChoice } from '../parts/qr-choice.tsx';

type Step =
  | { at: 'menu' }
  | { at: 'hand'; secret: string }
  | { at: 'choose'; uris: string[]; from: AddedFrom };

interface Props {
  scanAtOnce: boolean;
  onDraft: (found: Drafts) => void;
  onBack: () => void;
  onLocked: () => void;
}

/** All ways in; each ends at a draft, which the preview shows. */
export function AddScreen({ scanAtOnce, onDraft, onBack, onLocked }: Props) {
  const [step, setStep] = useState<Step>({ at: 'menu' });
  const [problem, setProblem] = useState<Code | null>(null);
  const [busy, setBusy] = useState(false);

  const read = async (uri: string, from: AddedFrom) => {
    const answer = await attempt(ask('draftFromUri', { uri, from }));
    if (answer.ok) onDraft(answer.value);
    else if (answer.error === 'locked') onLocked();
    else setProblem(answer.error);
  };
  const choose = async (uris: string[] | null, from: AddedFrom) => {
    const [only, ...others] = uris ?? [];
    if (!uris) setProblem('bad-image');
    else if (only === undefined) setProblem('no-qr');
    else if (others.length > 0) setStep({ at: 'choose', uris, from });
    else await read(only, from);
  };
  const working = async (work: () => Promise<void>) => {
    setProblem(null);
    setBusy(true);
    await work();
    setBusy(false);
  };
  const scan = () =>
    working(async () => {
      const page = await attempt(ask('pagePictures'));
      if (page.ok) await choose(await accountsInPictures(page.value.pictures), 'page');
      else setProblem(page.error);
    });
  const readFile = (file: File) => working(async () => choose(await accountsInFile(file), 'image'));
  const paste = (text: string) =>
    working(async () => {
      // A bare key is what many sites show beside the QR code.
      if (!isAccountUri(text) && /^[a-z2-7\s=-]{8,}$/i.test(text))
        setStep({ at: 'hand', secret: text.trim() });
      else await read(text.trim(), 'uri');
    });
  useEffect(() => {
    if (scanAtOnce) void scan();
  }, []);

  const toMenu = () => {
    setProblem(null);
    setStep({ at: 'menu' });
  };
  const back = step.at === 'menu' ? onBack : toMenu;
  const titles = { menu: 'addTitle', hand: 'byHandTitle', choose: 'qrChoose' } as const;
  return (
    <Screen key={step.at} name="add" onBack={back}>
      <Bar title={t(titles[step.at])} onBack={back} />
      {step.at === 'menu' && (
        <AddMenu
          busy={busy}
          problem={problem}
          onScan={scan}
          onFile={readFile}
          onPaste={paste}
          onByHand={() => setStep({ at: 'hand', secret: '' })}
        />
      )}
      {step.at === 'hand' && <HandForm secret={step.secret} onDraft={onDraft} onLocked={onLocked} />}
      {step.at === 'choose' && (
        <QrChoice uris={step.uris} problem={problem} onChoose={(uri) => void read(uri, step.from)} />
      )}
    </Screen>
  );
}
