/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Opens sockets that listen.
 *
 *   address := [ host ] ":" port | "unix:" path
 *   host    := IPv4 | "[" IPv6 "]"     numeric; without one, 127.0.0.1
 */
#include "feed/listen.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/error.h"

enum { BACKLOG = 4096 };

typedef union {
  struct sockaddr any;
  struct sockaddr_in four;
  struct sockaddr_in6 six;
  struct sockaddr_un path;
} Address;

static socklen_t
read_path (const char *text, Address *address)
{
  if (strlen (text) >= sizeof address->path.sun_path || !*text)
    return 0;
  address->path.sun_family = AF_UNIX;
  strcpy (address->path.sun_path, text);
  return sizeof address->path;
}

static socklen_t
read_host (const char *host, gsize length, guint16 port, Address *address)
{
  g_autofree char *text = length > 0 ? g_strndup (host, length) : g_strdup ("127.0.0.1");
  if (inet_pton (AF_INET, text, &address->four.sin_addr) == 1) {
    address->four.sin_family = AF_INET;
    address->four.sin_port = htons (port);
    return sizeof address->four;
  }
  if (length < 2 || text[0] != '[' || text[length - 1] != ']')
    return 0;
  text[length - 1] = '\0';
  address->six.sin6_family = AF_INET6;
  address->six.sin6_port = htons (port);
  return inet_pton (AF_INET6, text + 1, &address->six.sin6_addr) == 1 ? sizeof address->six : 0;
}

/* The length of the address; 0 where the text is none. */
static socklen_t
read_address (const char *text, Address *address)
{
  const char *colon = strrchr (text, ':');
  guint64 port = 0;
  memset (address, 0, sizeof *address);
  if (g_str_has_prefix (text, "unix:"))
    return read_path (text + strlen ("unix:"), address);
  if (!colon || !g_ascii_string_to_unsigned (colon + 1, 10, 0, G_MAXUINT16, &port, NULL))
    return 0;
  return read_host (text, (gsize) (colon - text), (guint16) port, address);
}

static gboolean
is_answered (const Address *address, socklen_t length)
{
  int fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  gboolean is_there = fd >= 0 && (connect (fd, &address->any, length) == 0 || errno == EAGAIN);
  if (fd >= 0)
    close (fd);
  return is_there;
}

/* A socket that an ended server left behind is in the way; anything else at its place stays. */
static void
remove_stale (const Address *address, socklen_t length)
{
  struct stat facts;
  const char *path = address->path.sun_path;
  if (address->any.sa_family == AF_UNIX && lstat (path, &facts) == 0 && S_ISSOCK (facts.st_mode) &&
      !is_answered (address, length))
    unlink (path);
}

static gboolean
bind_and_listen (int fd, const Address *address, socklen_t length)
{
  const int yes = 1;
  setsockopt (fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (address->any.sa_family == AF_INET6)
    setsockopt (fd, IPPROTO_IPV6, IPV6_V6ONLY, &yes, sizeof yes);
  remove_stale (address, length);
  return bind (fd, &address->any, length) == 0 && listen (fd, BACKLOG) == 0;
}

int
chn_feed_listen (const char *text, GError **error)
{
  Address address;
  socklen_t length = read_address (text, &address);
  if (length == 0) {
    chn_error_set (error, CHN_ERROR_SYNTAX, "write 127.0.0.1:8080, [::1]:8080 or unix:PATH",
                   "a server listens at a numeric address and a port, not at \"%s\"", text);
    return -1;
  }
  int fd = socket (address.any.sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (fd >= 0 && bind_and_listen (fd, &address, length))
    return fd;
  int cause = errno;
  chn_error_set (error, CHN_ERROR_IO, cause == EADDRINUSE ? "choose another port, or end what listens there" : NULL,
                 "cannot listen at %s: %s", text, g_strerror (cause));
  if (fd >= 0)
    close (fd);
  return -1;
}

static gboolean
get_address (int fd, Address *address)
{
  socklen_t length = sizeof *address;
  memset (address, 0, sizeof *address);
  return getsockname (fd, &address->any, &length) == 0;
}

char *
chn_feed_dup_place (int fd)
{
  Address address;
  char host[INET6_ADDRSTRLEN];
  if (!get_address (fd, &address))
    return g_strdup ("?");
  if (address.any.sa_family == AF_UNIX)
    return g_strconcat ("unix:", address.path.sun_path, NULL);
  if (address.any.sa_family == AF_INET6)
    return g_strdup_printf ("[%s]:%u", inet_ntop (AF_INET6, &address.six.sin6_addr, host, sizeof host),
                            ntohs (address.six.sin6_port));
  return g_strdup_printf ("%s:%u", inet_ntop (AF_INET, &address.four.sin_addr, host, sizeof host),
                          ntohs (address.four.sin_port));
}

gboolean
chn_feed_is_local (int fd)
{
  Address address;
  if (!get_address (fd, &address))
    return FALSE;
  if (address.any.sa_family == AF_INET)
    return ntohl (address.four.sin_addr.s_addr) >> 24 == 127;
  return address.any.sa_family == AF_UNIX || IN6_IS_ADDR_LOOPBACK (&address.six.sin6_addr);
}
