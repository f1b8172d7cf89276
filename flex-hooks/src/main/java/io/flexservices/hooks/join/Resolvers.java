package io.flexservices.hooks.join;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@link FastJoin#fastJoin(Resolvers) fastJoin} does to each record, by names that queries
 * choose from. A value: every method returns another one, so that the resolvers of one kind of
 * records can be used wherever such records are joined.
 *
 * <pre>{@code
 * Resolvers ofComments = Resolvers.none().join("author", (comment, context) -> ...);
 * Resolvers ofPosts =
 *     Resolvers.none()
 *         .before(context -> context.loaders().put("user.id", users))
 *         .join("starers", (arguments, post, context) -> ...)
 *         .join("comments", (post, context) -> ..., ofComments);
 * }</pre>
 */
public final class Resolvers {
  private static final Hook NOTHING = context -> {};
  private static final Resolvers NONE = new Resolvers(NOTHING, NOTHING, List.of());

  /** A resolver by its name, with the joins of what it returns. */
  record Named(String name, Resolver resolver, @Nullable Resolvers inner) {}

  private final Hook before;
  private final Hook after;
  private final List<Named> joins;

  private Resolvers(Hook before, Hook after, List<Named> joins) {
    this.before = requireNonNull(before, "before == null");
    this.after = requireNonNull(after, "after == null");
    this.joins = joins;
  }

  /** No resolvers. */
  public static Resolvers none() {
    return NONE;
  }

  /**
   * With what runs before the joins, such as putting loaders in place. Only that of the resolvers
   * that are given to fastJoin runs, not those of joins inside them.
   */
  public Resolvers before(Hook before) {
    return new Resolvers(before, after, joins);
  }

  /** With what runs after the joins; as {@link #before}. */
  public Resolvers after(Hook after) {
    return new Resolvers(before, after, joins);
  }

  /** With a resolver, in place of one of the same name. */
  public Resolvers join(String name, Resolver resolver) {
    return with(name, resolver, null);
  }

  /** With a resolver that takes no arguments. */
  public Resolvers join(String name, Resolver.Plain resolver) {
    return join(name, plain(resolver));
  }

  /** With a resolver, and others for the records that it returns. */
  public Resolvers join(String name, Resolver resolver, Resolvers inner) {
    return with(name, resolver, requireNonNull(inner, "inner == null"));
  }

  /** With a resolver that takes no arguments, and others for the records that it returns. */
  public Resolvers join(String name, Resolver.Plain resolver, Resolvers inner) {
    return join(name, plain(resolver), inner);
  }

  Hook before() {
    return before;
  }

  Hook after() {
    return after;
  }

  List<Named> joins() {
    return joins;
  }

  private Resolvers with(String name, Resolver resolver, @Nullable Resolvers inner) {
    requireNonNull(name, "name == null");
    requireNonNull(resolver, "resolver == null");
    List<Named> more = new ArrayList<>(joins);
    more.removeIf(join -> join.name().equals(name));
    more.add(new Named(name, resolver, inner));
    return new Resolvers(before, after, List.copyOf(more));
  }

  private static Resolver plain(Resolver.Plain resolver) {
    requireNonNull(resolver, "resolver == null");
    return (Arguments arguments, Map<String, @Nullable Object> record, HookContext context) ->
        resolver.resolve(record, context);
  }
}
