/**
 * Page script for a row of one-digit boxes in a form: moves on while typing, back on Backspace, spreads a pasted
 * code, allows sending when all boxes are filled, and keeps them joined in the hidden field `code` if there is
 * one.
 */
export const boxesScript = `
  {
    const form = document.querySelector('.boxes').closest('form');
    const button = form.querySelector('button');
    const collector = form.elements.namedItem('code');
    const boxes = [...form.querySelectorAll('.boxes input')];
    const joined = () => boxes.map((box) => box.value).join('');
    const refresh = () => {
      if (collector) collector.value = joined();
      button.disabled = !boxes.every((box) => /^[0-9]$/.test(box.value));
    };
    boxes.forEach((box, index) => {
      box.addEventListener('input', () => {
        if (box.value) boxes[index + 1]?.focus();
        refresh();
      });
      box.addEventListener('keydown', (event) => {
        if (event.key !== 'Backspace' || box.value || index === 0) return;
        boxes[index - 1].value = '';
        boxes[index - 1].focus();
        refresh();
        event.preventDefault();
      });
      box.addEventListener('paste', (event) => {
        event.preventDefault();
        const digits = event.clipboardData.getData('text').replace(/[^0-9]/g, '').slice(0, boxes.length);
        [...digits].forEach((digit, at) => { boxes[at].value = digit; });
        boxes[Math.min(digits.length, boxes.length - 1)].focus();
        refresh();
      });
    });
    refresh();
  }`;
