/** The page of both providers that asks who one is. A driver fills it in: `input[name=login]`, `button[type=submit]`. */

/** @param {string} action @param {string} title */
export function signInPage(action, title) {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${title}</title>
<form method="post" action="${action}">
  <h1>${title}</h1>
  <label>Account <input name="login" autocomplete="username" required></label>
  <label>Password <input name="password" type="password" autocomplete="current-password"></label>
  <button type="submit">Sign in</button>
  <button name="refuse" value="yes" formnovalidate>Cancel</button>
</form>
</html>
`;
}

/** Any account signs in with any password. @param {Buffer} body */
export function signInOf(body) {
  const form = new URLSearchParams(body.toString('utf8'));
  return { login: form.get('login') || 'ann', refused: form.get('refuse') === 'yes' };
}
