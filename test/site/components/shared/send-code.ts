/** Sends the code as a page's script does, and goes on, or says what is wrong. */
export async function sendCode(code: string): Promise<void> {
  const reply = await fetch(`${location.pathname}/verify`, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({ code }),
  });
  const result = await reply.json();
  if (result.ok) return location.assign(result.next);
  const line = document.getElementById('error');
  if (!line) return;
  line.textContent = result.error;
  line.hidden = false;
}
