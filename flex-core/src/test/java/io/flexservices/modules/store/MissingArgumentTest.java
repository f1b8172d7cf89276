package io.flexservices.modules.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flexservices.error.KinveyException;
import io.flexservices.internal.kinvey.RawBackend;
import io.flexservices.modules.Modules;
import io.flexservices.testing.OneRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls that lack an id or an entity: refused in both forms, and never sent. */
@Timeout(60)
class MissingArgumentTest {
  private static final Map<String, Object> NO_ID = Map.of("some", "abc");
  private static final Map<String, Object> BLANK_ID = Map.of("_id", "");

  /** A method of one argument, and what it says to each of these values. */
  record Case(
      String name,
      String error,
      String debug,
      @Nullable Object argument,
      BiFunction<Modules, @Nullable Object, @Nullable Object> waiting,
      BiFunction<Modules, @Nullable Object, CompletableFuture<?>> asynchronous) {
    @Override
    public String toString() {
      return name + "(" + argument + ")";
    }
  }

  static Stream<Case> cases() {
    List<Case> all = new ArrayList<>();
    dataStore(all);
    users(all);
    roles(all);
    groups(all);
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRefusedAndNotSent(Case missing) throws IOException {
    try (RawBackend backend = new RawBackend()) {
      OneRequest request = new OneRequest().backend(backend);
      for (KinveyException failure : failures(request, missing)) {
        assertThat(failure.error()).isEqualTo(missing.error());
        assertThat(failure.description()).isEqualTo("Bad Request");
        assertThat(failure.debug()).isEqualTo(missing.debug());
        assertThat(failure.status()).isZero();
      }
      assertThat(backend.requests()).isEmpty();
    }
  }

  @Test
  void savesNoList() throws IOException {
    try (RawBackend backend = new RawBackend()) {
      Case list =
          new Case(
              "dataStore.save",
              "",
              "",
              List.of(NO_ID, NO_ID),
              (modules, x) -> books(modules).save(x),
              (modules, x) -> books(modules).saveAsync(x));
      for (KinveyException failure : failures(new OneRequest().backend(backend), list)) {
        assertThat(failure.error()).isEqualTo("DataStoreError");
        assertThat(failure.description())
            .isEqualTo(
                "Unable to save an array of entities. To insert multiple entities use \"create\""
                    + " function.");
        assertThat(failure.debug()).isNull();
      }
      assertThat(backend.requests()).isEmpty();
    }
  }

  private static void dataStore(List<Case> all) {
    String error = "DataStoreError";
    for (Object nothing : nothing()) {
      all.add(
          new Case(
              "dataStore.save",
              error,
              "entity is required",
              nothing,
              (modules, x) -> books(modules).save(x),
              (modules, x) -> books(modules).saveAsync(x)));
      all.add(
          new Case(
              "dataStore.create",
              error,
              "entity is required",
              nothing,
              (modules, x) -> books(modules).create(x),
              (modules, x) -> books(modules).createAsync(x)));
      all.add(
          new Case(
              "dataStore.findById",
              error,
              "entityId is required",
              nothing,
              (modules, x) -> books(modules).findById(text(x)),
              (modules, x) -> books(modules).findByIdAsync(text(x))));
      all.add(
          new Case(
              "dataStore.removeById",
              error,
              "entityId is required",
              nothing,
              (modules, x) -> books(modules).removeById(text(x)),
              (modules, x) -> books(modules).removeByIdAsync(text(x))));
    }
  }

  private static void users(List<Case> all) {
    String error = "UserStoreError";
    entities(
        all,
        "user",
        error,
        (modules, x) -> modules.userStore().create(x),
        (modules, x) -> modules.userStore().createAsync(x),
        (modules, x) -> modules.userStore().update(x),
        (modules, x) -> modules.userStore().updateAsync(x));
    all.add(
        new Case(
            "userStore.getCurrentUser of a request without a user",
            error,
            "userId is required",
            null,
            (modules, x) -> modules.userStore().getCurrentUser(),
            (modules, x) -> modules.userStore().getCurrentUserAsync()));
    ids(
        all,
        "userStore.findById",
        error,
        "userId is required",
        (modules, x) -> modules.userStore().findById(text(x)),
        (modules, x) -> modules.userStore().findByIdAsync(text(x)));
    ids(
        all,
        "userStore.remove",
        error,
        "userId is required",
        (modules, x) -> modules.userStore().remove(text(x)),
        (modules, x) -> modules.userStore().removeAsync(text(x)));
    ids(
        all,
        "userStore.suspend",
        error,
        "userId is required",
        (modules, x) -> modules.userStore().suspend(text(x)),
        (modules, x) -> modules.userStore().suspendAsync(text(x)));
    ids(
        all,
        "userStore.restore",
        error,
        "userId is required",
        (modules, x) -> modules.userStore().restore(text(x)),
        (modules, x) -> modules.userStore().restoreAsync(text(x)));
    ids(
        all,
        "userStore.listRoles",
        error,
        "userId is required",
        (modules, x) -> modules.userStore().listRoles(text(x)),
        (modules, x) -> modules.userStore().listRolesAsync(text(x)));
    ids(
        all,
        "userStore.assignRole without a user",
        error,
        "userId is required",
        (modules, x) -> modules.userStore().assignRole(text(x), "r1"),
        (modules, x) -> modules.userStore().assignRoleAsync(text(x), "r1"));
    ids(
        all,
        "userStore.assignRole without a role",
        error,
        "roleId is required",
        (modules, x) -> modules.userStore().assignRole("u1", text(x)),
        (modules, x) -> modules.userStore().assignRoleAsync("u1", text(x)));
    ids(
        all,
        "userStore.revokeRole without a user",
        error,
        "userId is required",
        (modules, x) -> modules.userStore().revokeRole(text(x), "r1"),
        (modules, x) -> modules.userStore().revokeRoleAsync(text(x), "r1"));
    ids(
        all,
        "userStore.revokeRole without a role",
        error,
        "roleId is required",
        (modules, x) -> modules.userStore().revokeRole("u1", text(x)),
        (modules, x) -> modules.userStore().revokeRoleAsync("u1", text(x)));
  }

  private static void groups(List<Case> all) {
    String error = "GroupStoreError";
    entities(
        all,
        "group",
        error,
        (modules, x) -> modules.groupStore().create(x),
        (modules, x) -> modules.groupStore().createAsync(x),
        (modules, x) -> modules.groupStore().update(x),
        (modules, x) -> modules.groupStore().updateAsync(x));
    ids(
        all,
        "groupStore.findById",
        error,
        "groupId is required",
        (modules, x) -> modules.groupStore().findById(text(x)),
        (modules, x) -> modules.groupStore().findByIdAsync(text(x)));
    ids(
        all,
        "groupStore.remove",
        error,
        "groupId is required",
        (modules, x) -> modules.groupStore().remove(text(x)),
        (modules, x) -> modules.groupStore().removeAsync(text(x)));
  }

  private static void roles(List<Case> all) {
    String error = "RoleStoreError";
    entities(
        all,
        "role",
        error,
        (modules, x) -> modules.roleStore().create(x),
        (modules, x) -> modules.roleStore().createAsync(x),
        (modules, x) -> modules.roleStore().update(x),
        (modules, x) -> modules.roleStore().updateAsync(x));
    ids(
        all,
        "roleStore.findById",
        error,
        "roleId is required",
        (modules, x) -> modules.roleStore().findById(text(x)),
        (modules, x) -> modules.roleStore().findByIdAsync(text(x)));
    ids(
        all,
        "roleStore.remove",
        error,
        "roleId is required",
        (modules, x) -> modules.roleStore().remove(text(x)),
        (modules, x) -> modules.roleStore().removeAsync(text(x)));
    ids(
        all,
        "roleStore.listMembers",
        error,
        "roleId is required",
        (modules, x) -> modules.roleStore().listMembers(text(x)),
        (modules, x) -> modules.roleStore().listMembersAsync(text(x)));
  }

  private static void ids(
      List<Case> all,
      String name,
      String error,
      String debug,
      BiFunction<Modules, @Nullable Object, @Nullable Object> waiting,
      BiFunction<Modules, @Nullable Object, CompletableFuture<?>> asynchronous) {
    for (Object nothing : nothing()) {
      all.add(new Case(name, error, debug, nothing, waiting, asynchronous));
    }
  }

  private static void entities(
      List<Case> all,
      String kind,
      String error,
      BiFunction<Modules, @Nullable Object, @Nullable Object> create,
      BiFunction<Modules, @Nullable Object, CompletableFuture<?>> createAsync,
      BiFunction<Modules, @Nullable Object, @Nullable Object> update,
      BiFunction<Modules, @Nullable Object, CompletableFuture<?>> updateAsync) {
    String debug = "A " + kind + " entity must be supplied";
    for (Object nothing : nothing()) {
      all.add(new Case(kind + "Store.create", error, debug, nothing, create, createAsync));
      all.add(new Case(kind + "Store.update", error, debug, nothing, update, updateAsync));
    }
    for (Object entity : List.of(NO_ID, BLANK_ID)) {
      all.add(
          new Case(
              kind + "Store.update",
              error,
              debug + " containing at least an _id",
              entity,
              update,
              updateAsync));
    }
  }

  private static List<KinveyException> failures(OneRequest request, Case missing) {
    return List.of(
        catchThrowableOfType(
            KinveyException.class,
            () ->
                request.run(
                    modules ->
                        String.valueOf(missing.waiting().apply(modules, missing.argument())))),
        catchThrowableOfType(
            KinveyException.class,
            () ->
                request.runAsync(
                    modules ->
                        missing
                            .asynchronous()
                            .apply(modules, missing.argument())
                            .thenApply(String::valueOf))));
  }

  private static DataCollection books(Modules modules) {
    return modules.dataStore().collection("books");
  }

  private static @Nullable String text(@Nullable Object value) {
    return (String) value;
  }

  /** What counts as no argument. */
  private static List<@Nullable Object> nothing() {
    List<@Nullable Object> nothing = new ArrayList<>();
    nothing.add(null);
    nothing.add("");
    return Collections.unmodifiableList(nothing);
  }
}
