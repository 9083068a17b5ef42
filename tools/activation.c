/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Speaks the two protocols of systemd for services, which are a few environment variables. */
#include "activation.h"

#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum { FIRST_SOCKET = 3, MOST_SOCKETS = 64 };

static void
clear_socket (gpointer data)
{
  g_free (((ActivationSocket *) data)->name);
}

static guint64
read_number (const char *variable)
{
  guint64 number = 0;
  const char *text = g_getenv (variable);
  return text && g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &number, NULL) ? number : 0;
}

/* They are not for programs that we might start. */
GArray *
activation_take_sockets (void)
{
  GArray *sockets = g_array_new (FALSE, FALSE, sizeof (ActivationSocket));
  g_array_set_clear_func (sockets, clear_socket);
  guint64 n = read_number ("LISTEN_PID") == (guint64) getpid () ? read_number ("LISTEN_FDS") : 0;
  const char *names = g_getenv ("LISTEN_FDNAMES");
  g_auto (GStrv) list = g_strsplit (names ? names : "", ":", -1);
  for (guint i = 0; i < MIN (n, MOST_SOCKETS); i++) {
    ActivationSocket taken = { FIRST_SOCKET + (int) i, g_strdup (i < g_strv_length (list) ? list[i] : "") };
    fcntl (taken.socket, F_SETFD, FD_CLOEXEC);
    fcntl (taken.socket, F_SETFL, fcntl (taken.socket, F_GETFL) | O_NONBLOCK);
    g_array_append_val (sockets, taken);
  }
  g_unsetenv ("LISTEN_PID");
  g_unsetenv ("LISTEN_FDS");
  g_unsetenv ("LISTEN_FDNAMES");
  return sockets;
}

void
activation_tell (const char *state)
{
  const char *path = g_getenv ("NOTIFY_SOCKET");
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  if (!path || !*path || strlen (path) >= sizeof address.sun_path)
    return;
  strcpy (address.sun_path, path);
  if (*path == '@') /* a name outside of the file system */
    address.sun_path[0] = '\0';
  int fd = socket (AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (fd < 0)
    return;
  sendto (fd, state, strlen (state), MSG_NOSIGNAL, (const struct sockaddr *) &address,
          (socklen_t) (G_STRUCT_OFFSET (struct sockaddr_un, sun_path) + strlen (path)));
  close (fd);
}
