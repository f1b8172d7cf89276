package io.flexservices.hooks.fields;

import io.flexservices.hooks.ContextValue;
import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/**
 * Hooks for fields by their names, or by paths with dots: {@code address.city}. They work on the
 * data before a method, and on the result after it, be it one record, a list or a page; where there
 * is no record they have nothing to do, but that those which drop fields make an empty record of
 * null.
 *
 * <pre>{@code
 * HookSet hooks = HookSet.none()
 *     .before(HookMethod.CREATE, required("email"), lowerCase("email"), setNow("createdAt"))
 *     .after(discard("password"))
 *     .after(HookMethod.GET, keep(context -> publicFieldsOf(context.params().user())));
 * }</pre>
 */
public final class Fields {
  private Fields() {}

  /** Keeps certain fields of each record and drops all others. Not before find, get, remove. */
  public static Hook keep(String... fields) {
    return keep(fixed(fields));
  }

  /** {@link #keep(String...)} by a function of the call. */
  public static Hook keep(ContextValue<? extends Collection<String>> fields) {
    return new Keep(fields);
  }

  /** Drops certain fields of each record. Not before find, get, remove. */
  public static Hook discard(String... fields) {
    return discard(fixed(fields));
  }

  /** {@link #discard(String...)} by a function of the call. */
  public static Hook discard(ContextValue<? extends Collection<String>> fields) {
    return new Discard(fields);
  }

  /** Another name for {@link #discard(String...)}. */
  public static Hook remove(String... fields) {
    return discard(fields);
  }

  /** Another name for {@link #discard(ContextValue)}. */
  public static Hook remove(ContextValue<? extends Collection<String>> fields) {
    return discard(fields);
  }

  /**
   * Keeps certain fields of the objects in a list that each record holds, and drops all others.
   * Refuses a record that has something else in its place; one that has nothing there passes.
   *
   * @param array where the list is
   * @param fields what is kept of each object in it
   */
  public static Hook keepInArray(String array, List<String> fields) {
    return keepInArray(array, ContextValue.fixed(List.copyOf(fields)));
  }

  /** {@link #keepInArray(String, List)} by a function of the call. */
  public static Hook keepInArray(String array, ContextValue<? extends Collection<String>> fields) {
    return new KeepInArray(array, fields);
  }

  /**
   * Turns texts into lower case, by the rules of no language in particular. Refuses a record that
   * has neither a text nor null there. Not before find, get, remove.
   */
  public static Hook lowerCase(String... fields) {
    return lowerCase(fixed(fields));
  }

  /** {@link #lowerCase(String...)} by a function of the call. */
  public static Hook lowerCase(ContextValue<? extends Collection<String>> fields) {
    return new LowerCase(fields);
  }

  /**
   * Refuses records that lack a field, or have null or an empty text there. Only before create,
   * update and patch.
   */
  public static Hook required(String... fields) {
    return required(fixed(fields));
  }

  /** {@link #required(String...)} by a function of the call. */
  public static Hook required(ContextValue<? extends Collection<String>> fields) {
    return new Required(fields);
  }

  /**
   * Keeps fields from being patched. Only before patch.
   *
   * <p><b>What Kinvey's data routes write is an update, which this hook does not see:</b> its
   * clients save a whole record by PUT, a service object has no event for anything else, and only
   * calls of {@code Records.patch} and a PATCH that reaches a function are patches. Before update,
   * put the fields back as they were, for example out of what {@code stashBefore} left:
   *
   * <pre>{@code
   * hooks.before(HookMethod.UPDATE,
   *     stashBefore(), setField(SetFieldOptions.as("data.userId").from("params.before.userId")));
   * }</pre>
   *
   * @param ifThrow whether a patch of them is refused; otherwise they are dropped from it
   */
  public static Hook preventChanges(boolean ifThrow, String... fields) {
    return preventChanges(ifThrow, fixed(fields));
  }

  /** {@link #preventChanges(boolean, String...)} by a function of the call. */
  public static Hook preventChanges(
      boolean ifThrow, ContextValue<? extends Collection<String>> fields) {
    return new PreventChanges(ifThrow, fields);
  }

  /**
   * Sets one value of the call to another: who calls goes into the query or into what is written.
   * Where there is no such value, calls of the service itself go on and others are refused. Of
   * several records that are written, each one gets the value. Only before methods.
   *
   * <pre>{@code
   * setField(SetFieldOptions.as("params.query.userId").from("params.user._id"))
   * }</pre>
   *
   * @throws IllegalArgumentException where the options are not complete
   */
  public static Hook setField(SetFieldOptions options) {
    return setField(ContextValue.fixed(options.checked()));
  }

  /** {@link #setField(SetFieldOptions)} by a function of the call. */
  public static Hook setField(ContextValue<SetFieldOptions> options) {
    return new SetField(options);
  }

  /**
   * Sets fields to the time of the call, as ISO text in UTC with milliseconds: {@code
   * 2026-11-22T09:47:00.000Z}. That is how a date of the reference looks once it is JSON, and how
   * Kinvey writes {@code _kmd}; such texts sort and compare as the times do.
   *
   * @throws HookException a bad request where no field is given
   */
  public static Hook setNow(String... fields) {
    return setNow(Clock.systemUTC(), fields);
  }

  /** {@link #setNow(String...)} by a function of the call. */
  public static Hook setNow(ContextValue<? extends Collection<String>> fields) {
    return setNow(Clock.systemUTC(), fields);
  }

  /** {@link #setNow(String...)} by another clock. */
  public static Hook setNow(Clock clock, String... fields) {
    if (fields.length == 0) {
      throw HookException.badRequest("Field name is required. (setNow)");
    }
    return setNow(clock, fixed(fields));
  }

  /** {@link #setNow(String...)} by another clock and a function of the call. */
  public static Hook setNow(Clock clock, ContextValue<? extends Collection<String>> fields) {
    return new SetNow(clock, fields);
  }

  private static ContextValue<List<String>> fixed(String... fields) {
    return ContextValue.fixed(List.of(fields));
  }
}
