/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Tokens of feeds: made, kept as keyed hashes in a file, and compared.
 *
 *   file  := "chancery-tokens 1" LF "key " key LF { "token " id " " feed " " day " " digest [ " " label ] LF }
 *   key, digest := 64 hexadecimal digits
 *
 * A token is 32 characters of base32 (RFC 4648, 6) in lower case, 160 random bits: nothing in it is encoded in
 * addresses or mistaken when it is read out. Its digest is of the feed's name, a NUL and the token, so that a
 * token of one feed opens no other.
 */
#include <chancery/feed-tokens.h>

#include <errno.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>

#include "base/error.h"
#include "base/input.h"
#include "base/output.h"
#include "feed/digest.h"

static const char heading[] = "chancery-tokens 1";

enum { TOKEN_LETTERS = 32, ID_BYTES = 4, FILE_MOST = 256 << 20 };

typedef struct {
  ChnFeedDigest digest;
  char *id, *feed, *day, *label;
} Token;

struct _ChnFeedTokens {
  ChnFeedDigest key;
  GPtrArray *tokens; /* of Token */
  GHashTable *found; /* Token -> itself, by digest */
};

static void
free_token (gpointer data)
{
  Token *token = data;
  g_free (token->id);
  g_free (token->feed);
  g_free (token->day);
  g_free (token->label);
  g_free (token);
}

/* A digest is as good as random to whoever does not know the key. */
static guint
hash_token (gconstpointer data)
{
  const Token *token = data;
  guint hash;
  memcpy (&hash, token->digest.bytes, sizeof hash);
  return hash;
}

static gboolean
equal_tokens (gconstpointer a, gconstpointer b)
{
  const Token *one = a, *other = b;
  return chn_feed_digest_equal (&one->digest, &other->digest);
}

static gboolean
take_random (gpointer bytes, gsize length, GError **error)
{
  if (getentropy (bytes, length) == 0)
    return TRUE;
  chn_error_set (error, CHN_ERROR_IO, NULL, "the system gives no random bytes: %s", g_strerror (errno));
  return FALSE;
}

static ChnFeedTokens *
new_tokens (void)
{
  ChnFeedTokens *tokens = g_new0 (ChnFeedTokens, 1);
  tokens->tokens = g_ptr_array_new_with_free_func (free_token);
  tokens->found = g_hash_table_new (hash_token, equal_tokens);
  return tokens;
}

void
chn_feed_tokens_free (ChnFeedTokens *tokens)
{
  if (!tokens)
    return;
  g_hash_table_unref (tokens->found);
  g_ptr_array_unref (tokens->tokens);
  g_free (tokens);
}

static void
keep (ChnFeedTokens *tokens, Token *token)
{
  g_ptr_array_add (tokens->tokens, token);
  g_hash_table_add (tokens->found, token);
}

static gboolean
read_token (ChnFeedTokens *tokens, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 6);
  ChnFeedDigest digest;
  guint n = g_strv_length (words);
  if (n < 5 || strcmp (words[0], "token") != 0 || !chn_feed_digest_read (&digest, words[4]))
    return FALSE;
  Token *token = g_new0 (Token, 1);
  *token = (Token){ digest, g_strdup (words[1]), g_strdup (words[2]), g_strdup (words[3]),
                    n > 5 ? g_strdup (words[5]) : NULL };
  keep (tokens, token);
  return TRUE;
}

static gboolean
read_line (ChnFeedTokens *tokens, guint number, const char *line)
{
  if (number == 1)
    return strcmp (line, heading) == 0;
  if (number == 2)
    return g_str_has_prefix (line, "key ") && chn_feed_digest_read (&tokens->key, line + strlen ("key "));
  return read_token (tokens, line);
}

/* The line itself is no text for a message. */
static gboolean
read_lines (ChnFeedTokens *tokens, const char *path, const char *text, GError **error)
{
  guint number = 1;
  for (const char *at = text; *at || number <= 2; number++) {
    gsize length = strcspn (at, "\n");
    g_autofree char *line = g_strndup (at, length);
    if (!read_line (tokens, number, line)) {
      chn_error_set (error, CHN_ERROR_SYNTAX, "take the file back from a backup, or remove it and make new tokens",
                     "%s:%u: this is no line of a file of tokens", path, number);
      return FALSE;
    }
    at += length + (at[length] == '\n');
  }
  return TRUE;
}

/* Of a file that others can read its key is no secret. */
static gboolean
check_mode (const char *path, GError **error)
{
  struct stat facts;
  if (stat (path, &facts) != 0 || (facts.st_mode & 077) == 0)
    return TRUE;
  g_autofree char *quoted = g_shell_quote (path);
  g_autofree char *hint =
      g_strdup_printf ("chmod 600 %s, and make new tokens where somebody may have read it", quoted);
  chn_error_set (error, CHN_ERROR_IO, hint, "%s has mode %04o, so that others than its owner can use it", path,
                 facts.st_mode & 0777U);
  return FALSE;
}

ChnFeedTokens *
chn_feed_tokens_load (const char *path, GError **error)
{
  g_autoptr (ChnFeedTokens) tokens = new_tokens ();
  struct stat facts;
  if (stat (path, &facts) != 0 && errno == ENOENT)
    return take_random (tokens->key.bytes, sizeof tokens->key.bytes, error) ? g_steal_pointer (&tokens) : NULL;
  gsize length = 0;
  g_autoptr (GBytes) bytes = check_mode (path, error) ? chn_input_read (path, FILE_MOST, error) : NULL;
  const char *data = bytes ? g_bytes_get_data (bytes, &length) : NULL;
  g_autofree char *text = bytes ? g_strndup (data ? data : "", length) : NULL;
  if (text && !*text) /* made to be locked, and nobody has a token yet */
    return take_random (tokens->key.bytes, sizeof tokens->key.bytes, error) ? g_steal_pointer (&tokens) : NULL;
  return text && read_lines (tokens, path, text, error) ? g_steal_pointer (&tokens) : NULL;
}

static void
append_digest (GString *out, const ChnFeedDigest *digest)
{
  for (gsize i = 0; i < sizeof digest->bytes; i++)
    g_string_append_printf (out, "%02x", digest->bytes[i]);
}

gboolean
chn_feed_tokens_save (const ChnFeedTokens *tokens, const char *path, GError **error)
{
  g_autoptr (GString) out = g_string_new (heading);
  g_string_append (out, "\nkey ");
  append_digest (out, &tokens->key);
  for (guint i = 0; i < tokens->tokens->len; i++) {
    const Token *token = tokens->tokens->pdata[i];
    g_string_append_printf (out, "\ntoken %s %s %s ", token->id, token->feed, token->day);
    append_digest (out, &token->digest);
    if (token->label)
      g_string_append_printf (out, " %s", token->label);
  }
  g_string_append_c (out, '\n');
  g_autoptr (ChnOutput) output = chn_output_open_private (path, error);
  return output && chn_output_write (out->str, out->len, output, error) && chn_output_commit (output, error);
}

guint
chn_feed_tokens_count (const ChnFeedTokens *tokens)
{
  return tokens->tokens->len;
}

ChnFeedToken
chn_feed_tokens_get (const ChnFeedTokens *tokens, guint index)
{
  g_return_val_if_fail (index < tokens->tokens->len, (ChnFeedToken){ 0 });
  const Token *token = tokens->tokens->pdata[index];
  return (ChnFeedToken){ token->id, token->feed, token->day, token->label };
}

static Token *
find_id (const ChnFeedTokens *tokens, const char *id)
{
  for (guint i = 0; i < tokens->tokens->len; i++) {
    Token *token = tokens->tokens->pdata[i];
    if (strcmp (token->id, id) == 0)
      return token;
  }
  return NULL;
}

/* One that no other token has. */
static char *
dup_new_id (const ChnFeedTokens *tokens, GError **error)
{
  for (;;) {
    guint8 bytes[ID_BYTES];
    if (!take_random (bytes, sizeof bytes, error))
      return NULL;
    g_autofree char *id = g_strdup_printf ("%02x%02x%02x%02x", bytes[0], bytes[1], bytes[2], bytes[3]);
    if (!find_id (tokens, id))
      return g_steal_pointer (&id);
  }
}

/* 256 is a multiple of 32, so that each letter is as likely. */
static char *
dup_new_text (GError **error)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz234567";
  guint8 bytes[TOKEN_LETTERS];
  if (!take_random (bytes, sizeof bytes, error))
    return NULL;
  char *text = g_malloc0 (TOKEN_LETTERS + 1);
  for (guint i = 0; i < TOKEN_LETTERS; i++)
    text[i] = letters[bytes[i] % 32];
  return text;
}

static gboolean
is_line (const char *text)
{
  for (const char *at = text; *at; at++)
    if (g_ascii_iscntrl (*at))
      return FALSE;
  return g_utf8_validate (text, -1, NULL);
}

char *
chn_feed_tokens_add (ChnFeedTokens *tokens, const char *feed, const char *day, const char *label, GError **error)
{
  if (label && !is_line (label)) {
    chn_error_set (error, CHN_ERROR_SYNTAX, "write one line", "the label of a token is no line of text");
    return NULL;
  }
  g_autofree char *id = dup_new_id (tokens, error);
  g_autofree char *text = id ? dup_new_text (error) : NULL;
  if (!text)
    return NULL;
  Token *token = g_new0 (Token, 1);
  *token = (Token){ chn_feed_digest_make (&tokens->key, feed, text), g_steal_pointer (&id), g_strdup (feed),
                    g_strdup (day), label && *label ? g_strdup (label) : NULL };
  keep (tokens, token);
  return g_steal_pointer (&text);
}

gboolean
chn_feed_tokens_revoke (ChnFeedTokens *tokens, const char *id, GError **error)
{
  Token *token = find_id (tokens, id);
  if (!token) {
    chn_error_set (error, CHN_ERROR_UNKNOWN, "\"chancery serve token list\" has their ids",
                   "no token has the id \"%s\"", id);
    return FALSE;
  }
  g_hash_table_remove (tokens->found, token);
  g_ptr_array_remove (tokens->tokens, token);
  return TRUE;
}

gboolean
chn_feed_tokens_admit (const ChnFeedTokens *tokens, const char *feed, const char *token)
{
  const Token wanted = { .digest = chn_feed_digest_make (&tokens->key, feed, token) };
  return g_hash_table_contains (tokens->found, &wanted);
}
