/** Sends plain facts in a session. @param {import('../kit/member-client.js').MemberClient} client @param {string} path @param {object} facts @returns {Promise<any>} */
export function postJson(client, path, facts) {
  return client.ask(path, {
    method: 'POST',
    body: JSON.stringify(facts),
    headers: { 'Content-Type': 'application/json' },
  });
}
