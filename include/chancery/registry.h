/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/date.h>
#include <chancery/vocabulary.h>

G_BEGIN_DECLS

/**
 * ChnRegistry:
 *
 * Who and where: actors (states, organisations, offices, persons, groups) and the tree of
 * forums, found by id, code, name and alias. Immutable once sealed, shared between threads.
 * A timeline's own actors and forums are a registry laid over the bundled one.
 */
typedef struct _ChnRegistry ChnRegistry;

/**
 * ChnRegistryBuilder:
 *
 * Collects actors and forums, then seals them.
 */
typedef struct _ChnRegistryBuilder ChnRegistryBuilder;

typedef struct _ChnActor ChnActor;
typedef struct _ChnForum ChnForum;

typedef enum {
  CHN_ACTOR_STATE,
  CHN_ACTOR_ORGANISATION,
  CHN_ACTOR_OFFICE,
  CHN_ACTOR_PERSON,
  CHN_ACTOR_GROUP,
} ChnActorKind;

/**
 * ChnCode:
 *
 * Codes that a state may have.
 */
typedef enum {
  CHN_CODE_ISO2,    /* ISO 3166-1 alpha-2 */
  CHN_CODE_ISO3,    /* ISO 3166-1 alpha-3 */
  CHN_CODE_NUMERIC, /* ISO 3166-1 numeric, three digits */
  CHN_CODE_COW,     /* Correlates of War */
  CHN_N_CODES,
} ChnCode;

/**
 * ChnAlias:
 * @name: another name
 * @during: (nullable): when it was right; %NULL is always
 * @note: (nullable): "metonym", "misnomer"
 * @language: (nullable): the language whose name it is, as a tag of BCP 47 ("fr", "zh-Hant")
 * @was_name: whether it was the name itself for as long, as "Zaire" was: then it is shown in place of today's
 * @is_recalled: whether it rests on memory alone: no source attests it
 */
typedef struct {
  const char *name;
  ChnDate *during;
  const char *note;
  const char *language;
  gboolean was_name;
  gboolean is_recalled;
} ChnAlias;

/**
 * ChnMembership:
 * @actor: id of the member, or the holder of an office
 * @during: when; an EDTF date or interval
 * @note: (nullable): "chair", "acting"
 * @is_recalled: whether it rests on memory alone: no source attests it
 */
typedef struct {
  const char *actor;
  ChnDate *during;
  const char *note;
  gboolean is_recalled;
} ChnMembership;

/* Building. Strings are copied; dates are referenced. */

/**
 * chn_registry_builder_new:
 * @base: (nullable): a registry to lay this one over; referenced
 */
CHN_API ChnRegistryBuilder *chn_registry_builder_new (ChnRegistry *base);
CHN_API void chn_registry_builder_free (ChnRegistryBuilder *builder);

/**
 * chn_registry_builder_add_actor:
 * @id: lower-case slug ("prk", "eu", "special-rapporteur-dprk")
 * @name: full name
 * @short_name: (nullable): name in running text ("North Korea")
 * @error: return location
 *
 * Errors: %CHN_ERROR_CONFLICT when the id is taken, in the base too.
 *
 * Returns: %FALSE on error
 */
CHN_API gboolean chn_registry_builder_add_actor (ChnRegistryBuilder *builder, ChnActorKind kind, const char *id,
                                                 const char *name, const char *short_name, GError **error);

/** chn_registry_builder_get_actor: (transfer none) (nullable): the actor of this id, declared here or in the base. */
CHN_API const ChnActor *chn_registry_builder_get_actor (ChnRegistryBuilder *builder, const char *id);

CHN_API void chn_registry_builder_set_actor_code (ChnRegistryBuilder *builder, const char *id, ChnCode code,
                                                  const char *value);
CHN_API void chn_registry_builder_add_actor_alias (ChnRegistryBuilder *builder, const char *id, const char *alias,
                                                   ChnDate *during, const char *note);
/** chn_registry_builder_add_actor_name: an alias with all that is said of it. */
CHN_API void chn_registry_builder_add_actor_name (ChnRegistryBuilder *builder, const char *id, const ChnAlias *name);
/** chn_registry_builder_add_member: a member of a group or organisation, or a holder of an office. */
CHN_API void chn_registry_builder_add_member (ChnRegistryBuilder *builder, const char *group,
                                              const ChnMembership *member);
/**
 * chn_registry_builder_set_covers:
 * @group: a group, organisation or office
 * @covers: a date or interval, for which all its members are recorded
 *
 * Where none is set, members are recorded from the beginning of the first membership to the end of the last.
 */
CHN_API void chn_registry_builder_set_covers (ChnRegistryBuilder *builder, const char *group, ChnDate *covers);
/** chn_registry_builder_add_successor: an actor that took the place of one that is no more. */
CHN_API void chn_registry_builder_add_successor (ChnRegistryBuilder *builder, const char *id, const char *successor);
/**
 * chn_registry_builder_add_forum:
 * @id: dotted path, its parent's id before the last dot ("un.ga.c3"); parents may come later
 */
CHN_API gboolean chn_registry_builder_add_forum (ChnRegistryBuilder *builder, const char *id, const char *name,
                                                 const char *short_name, GError **error);
CHN_API void chn_registry_builder_add_forum_alias (ChnRegistryBuilder *builder, const char *id, const char *alias,
                                                   ChnDate *during, const char *note);
/** chn_registry_builder_add_forum_name: an alias with all that is said of it. */
CHN_API void chn_registry_builder_add_forum_name (ChnRegistryBuilder *builder, const char *id, const ChnAlias *name);

/** chn_registry_builder_set_forum_recalled: no source attests what was declared of it. */
CHN_API void chn_registry_builder_set_forum_recalled (ChnRegistryBuilder *builder, const char *id);

/**
 * chn_registry_builder_seal:
 * @builder: (transfer full): consumed
 * @error: return location
 *
 * Errors: %CHN_ERROR_UNKNOWN for a member or parent forum that does not exist.
 *
 * Returns: (transfer full): the registry, or %NULL on error
 */
CHN_API ChnRegistry *chn_registry_builder_seal (ChnRegistryBuilder *builder, GError **error);

/**
 * chn_registry_save:
 * @registry: a sealed registry
 * @path: a file, which is replaced as a whole
 * @error: return location
 *
 * Writes a registry in the form in which it is opened without being read: a compiled registry. The same registry
 * gives the same file. Numbers are in the byte order of the machine.
 *
 * Returns: %FALSE on error
 */
CHN_API gboolean chn_registry_save (const ChnRegistry *registry, const char *path, GError **error);

/**
 * chn_registry_open:
 * @path: a compiled registry
 * @error: return location
 *
 * Opens what chn_registry_save() wrote. Actors and forums are made when they are first asked for.
 *
 * Errors: %CHN_ERROR_SYNTAX where the file is damaged, or was compiled by another version or for another machine;
 * those of g_file_get_contents() where it cannot be read.
 *
 * Returns: (transfer full): the registry, or %NULL on error
 */
CHN_API ChnRegistry *chn_registry_open (const char *path, GError **error);

CHN_API ChnRegistry *chn_registry_ref (ChnRegistry *registry);
CHN_API void chn_registry_unref (ChnRegistry *registry);

/** chn_registry_get_base: (transfer none) (nullable): the registry that this one lies over. */
CHN_API ChnRegistry *chn_registry_get_base (const ChnRegistry *registry);

/* Asking. */

/**
 * chn_registry_get_vocabulary:
 * @registry: a registry
 *
 * Returns: (transfer none) (nullable): the terms that may be used where it is, %NULL where none is declared
 */
CHN_API const ChnVocabulary *chn_registry_get_vocabulary (const ChnRegistry *registry);

/**
 * chn_registry_find_actor:
 * @registry: a registry
 * @name: an id, code, name or alias; case, accents, apostrophes, hyphens, dots and blanks are folded
 * @length: its bytes, or -1
 * @at: (nullable): bounds of the date for which the name is meant: decides between names that
 *   changed hands; with %NULL a name that was ever right will do
 * @error: return location
 *
 * An id goes before a code, a code before a name, a name before an alias; names and aliases of an upper registry go
 * before those of the lower ones.
 *
 * Errors: %CHN_ERROR_UNKNOWN with the nearest names, %CHN_ERROR_AMBIGUOUS with all that bear it.
 *
 * Returns: (transfer none): the actor, or %NULL on error
 */
CHN_API const ChnActor *chn_registry_find_actor (const ChnRegistry *registry, const char *name, gssize length,
                                                 const ChnDateBounds *at, GError **error);

/**
 * chn_registry_find_typed_actor:
 *
 * As chn_registry_find_actor(), for what a person types and can be asked about: a code that is also another's name or
 * alias, as "AU" of Australia is the African Union's, is ambiguous. In files a code always wins.
 *
 * Returns: (transfer none): the actor, or %NULL on error
 */
CHN_API const ChnActor *chn_registry_find_typed_actor (const ChnRegistry *registry, const char *name, gssize length,
                                                       const ChnDateBounds *at, GError **error);

/** chn_registry_get_actor: (transfer none) (nullable): the actor of exactly this id. */
CHN_API const ChnActor *chn_registry_get_actor (const ChnRegistry *registry, const char *id);

CHN_API const ChnForum *chn_registry_find_forum (const ChnRegistry *registry, const char *name, gssize length,
                                                 const ChnDateBounds *at, GError **error);
CHN_API const ChnForum *chn_registry_get_forum (const ChnRegistry *registry, const char *id);

/**
 * chn_registry_get_actors:
 * @own_only: leave out what the base has
 *
 * Returns: (transfer container) (element-type ChnActor): ordered by kind, then id
 */
CHN_API GPtrArray *chn_registry_get_actors (const ChnRegistry *registry, gboolean own_only);

/** chn_registry_get_forums: (transfer container) (element-type ChnForum): in tree order. */
CHN_API GPtrArray *chn_registry_get_forums (const ChnRegistry *registry, gboolean own_only);

CHN_API const char *chn_actor_get_id (const ChnActor *actor);
CHN_API const char *chn_actor_get_name (const ChnActor *actor);
/** chn_actor_get_short_name: the short name, or the name where there is none. */
CHN_API const char *chn_actor_get_short_name (const ChnActor *actor);
/**
 * chn_actor_find_former_name:
 * @actor: an actor
 * @at: bounds of a date
 *
 * Returns: (transfer none) (nullable): the name that it had throughout the date instead of today's, as "Zaire"
 */
CHN_API const char *chn_actor_find_former_name (const ChnActor *actor, const ChnDateBounds *at);
/** chn_actor_get_name_at: the name in running text that it had throughout the date: a former one, else the short
 * name. */
CHN_API const char *chn_actor_get_name_at (const ChnActor *actor, const ChnDateBounds *at);
CHN_API ChnActorKind chn_actor_get_kind (const ChnActor *actor);
/** chn_actor_get_code: (nullable): one of the state's codes. */
CHN_API const char *chn_actor_get_code (const ChnActor *actor, ChnCode code);
CHN_API const ChnAlias *chn_actor_get_aliases (const ChnActor *actor, guint *n_aliases);
/** chn_actor_get_members: members of a group or organisation, holders of an office, by start. */
CHN_API const ChnMembership *chn_actor_get_members (const ChnActor *actor, guint *n_members);

/**
 * chn_actor_has_member:
 * @actor: a group, organisation or office
 * @member: id of another actor
 * @at: bounds of a date
 *
 * Whether @member belonged to it then: certainly when throughout, possibly when for some of it.
 */
CHN_API ChnCertainty chn_actor_has_member (const ChnActor *actor, const char *member, const ChnDateBounds *at);

/**
 * chn_actor_recalls_member:
 * @actor: a group, organisation or office
 * @member: id of another actor
 * @at: bounds of a date
 *
 * Whether it is only recalled that @member belonged to it then, and no source attests it.
 */
CHN_API gboolean chn_actor_recalls_member (const ChnActor *actor, const char *member, const ChnDateBounds *at);

/** chn_actor_get_covers: (nullable): for when all members are recorded, as its registry says; see
 * chn_actor_is_covered(). */
CHN_API const ChnDate *chn_actor_get_covers (const ChnActor *actor);
/**
 * chn_actor_is_covered:
 * @actor: a group, organisation or office
 * @at: bounds of a date
 *
 * Whether all its members are recorded for the whole of the date. Where they are not, an actor of
 * whom no membership is recorded may still have been a member.
 */
CHN_API gboolean chn_actor_is_covered (const ChnActor *actor, const ChnDateBounds *at);

/** chn_actor_get_successors: (transfer none) (array zero-terminated=1): ids of the actors that took its place. */
CHN_API const char *const *chn_actor_get_successors (const ChnActor *actor);
/**
 * chn_registry_find_groups:
 * @registry: a registry
 * @member: id of an actor
 *
 * Returns: (transfer container) (element-type ChnActor): the groups, organisations and offices that name it as a
 * member or holder at any time, ordered by kind, then id
 */
CHN_API GPtrArray *chn_registry_find_groups (const ChnRegistry *registry, const char *member);
/**
 * chn_registry_find_predecessors:
 * @registry: a registry
 * @id: of an actor
 *
 * Returns: (transfer container) (element-type ChnActor): the actors whose place it took, by id
 */
CHN_API GPtrArray *chn_registry_find_predecessors (const ChnRegistry *registry, const char *id);

/** chn_actor_kind_get_name: "state", "organisation", … */
CHN_API const char *chn_actor_kind_get_name (ChnActorKind kind);
/** chn_actor_kind_find: the kind of a name, or -1. */
CHN_API int chn_actor_kind_find (const char *name);

CHN_API const char *chn_forum_get_id (const ChnForum *forum);
CHN_API const char *chn_forum_get_name (const ChnForum *forum);
CHN_API const char *chn_forum_get_short_name (const ChnForum *forum);
CHN_API const ChnAlias *chn_forum_get_aliases (const ChnForum *forum, guint *n_aliases);
/** chn_forum_get_parent: (nullable): the forum above. */
CHN_API const ChnForum *chn_forum_get_parent (const ChnForum *forum);
/** chn_forum_is_recalled: whether what is known of it rests on memory alone. */
CHN_API gboolean chn_forum_is_recalled (const ChnForum *forum);
/**
 * chn_forum_get_electorate:
 * @forum: a forum
 * @registry: the registry that it is of
 *
 * Returns: (transfer none) (nullable): the group whose members vote there, as those of the Security Council do; %NULL where
 *   that is not known
 */
CHN_API const ChnActor *chn_forum_get_electorate (const ChnForum *forum, const ChnRegistry *registry);
/** chn_forum_is_within: whether @forum is @ancestor or lies below it. */
CHN_API gboolean chn_forum_is_within (const ChnForum *forum, const ChnForum *ancestor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnRegistry, chn_registry_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnRegistryBuilder, chn_registry_builder_free)

G_END_DECLS
