/** The offer's frame: two buttons that a page can neither press nor read, and that know whether they were seen. */
import type { DocumentToken, OfferKind } from '../messages/protocol.ts';
import { askFromOffer } from '../messages/send.ts';
import { offerFace } from './face.ts';
import { FACE_STYLE } from './face-style.ts';
import { isPress, watchSight } from './sight.ts';
import { type FromOffer, SILENCE_MS, type ToOffer } from './wire.ts';

/** The frame ends where the pill does: its edge lies inside, and a shadow has no room. */
const FRAME_STYLE = `html,body{margin:0;background:transparent;overflow:hidden}
body{display:flex;width:max-content}
.pill.pill{box-shadow:inset 0 0 0 1px var(--edge)}
@media (prefers-contrast:more){.pill.pill{box-shadow:inset 0 0 0 2px var(--edge)}}`;

function connect(port: MessagePort): void {
  const say = (message: FromOffer) => port.postMessage(message);
  const face = offerFace();
  let shown: { kind: OfferKind; document: DocumentToken } | null = null;
  let answerHonest: ((honest: boolean) => void) | null = null;
  document.body.append(face.group);
  const sight = watchSight(face.accept);
  new ResizeObserver(() => {
    const { width, height } = face.group.getBoundingClientRect();
    say({ type: 'size', width: Math.ceil(width), height: Math.ceil(height) });
  }).observe(face.group);

  const isHonest = () =>
    new Promise<boolean>((resolve) => {
      answerHonest = resolve;
      say({ type: 'pressed' });
      // A page whose thread stands still answers when it has done what it wanted to.
      setTimeout(resolve, SILENCE_MS, false);
    });
  face.accept.addEventListener('click', async (event) => {
    if (!shown || !isPress(event)) return;
    const { kind, document: token } = shown;
    // What only opens the popup asks for no proof of being seen.
    const [verdict, honest] = await Promise.all([kind === 'fill' ? sight.saw(event) : 'unseen', isHonest()]);
    if (verdict === 'early') return;
    const seen = verdict === 'seen' && honest;
    const answer = await askFromOffer('press', { document: token, seen }).catch(() => null);
    if (!answer?.ok) say({ type: 'refused' });
  });
  face.hide.addEventListener('click', (event) => isPress(event) && say({ type: 'hidden', how: 'cross' }));
  addEventListener('keydown', (event) => {
    if (!event.isTrusted) return;
    if (event.key === 'Escape') say({ type: 'hidden', how: 'escape' });
    const edge = event.shiftKey ? face.accept : face.hide;
    if (event.key === 'Tab' && document.activeElement === edge) {
      event.preventDefault();
      say({ type: 'left' });
    }
  });
  port.onmessage = ({ data }: MessageEvent<ToOffer>) => {
    switch (data.type) {
      case 'show':
        shown = data;
        return face.say(data.kind);
      case 'moved':
        return sight.moved();
      case 'alive':
        return sight.beat();
      case 'focus':
        return face.accept.focus();
      case 'honest':
        return answerHonest?.(data.honest);
      default:
        return data satisfies never;
    }
  };
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(`${FACE_STYLE}\n${FRAME_STYLE}`);
document.adoptedStyleSheets = [sheet];
// One port, from whoever loaded this frame; a stranger's names no document that the background knows of.
addEventListener('message', ({ ports: [port] }) => port && connect(port), { once: true });
