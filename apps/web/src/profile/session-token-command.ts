/** Signs in from a terminal, without the password in the command. User names hold no character that a shell reads. */
export const sessionTokenCommand = (origin: string, username: string): string =>
  `read -rsp 'Password: ' PASSWORD
SESSION_TOKEN=$(jq -n '$ARGS.named' \\
    --arg username '${username}' --arg password "$PASSWORD" |
  curl -sS -X POST ${origin}/api/session \\
    -H 'Content-Type: application/json' -d @- |
  jq -r .sessionToken)
curl -sS ${origin}/api/session \\
  -H "Authorization: Bearer $SESSION_TOKEN"`;
