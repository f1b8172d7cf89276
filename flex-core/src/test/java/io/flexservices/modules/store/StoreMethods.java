package io.flexservices.modules.store;

import io.flexservices.modules.Modules;
import io.flexservices.modules.query.Query;
import io.flexservices.modules.store.StoreMethod.About;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The methods of the four stores, with the requests that the Flex SDK's own tests expect. */
final class StoreMethods {
  static final String MASTER = "Basic a2lkX3Rlc3Q6bWFzdGVyc2Vj";
  static final String APP = "Basic a2lkX3Rlc3Q6YXBwc2Vj";

  private static final String TWO = "[{\"_id\":123,\"some\":\"abc\"},{\"_id\":456}]";
  private static final String ONE = "{\"_id\":1234,\"some\":\"abc\"}";
  private static final String NEW = "{\"some\":\"abc\"}";
  private static final String OLD = "{\"_id\":\"1234\"}";
  private static final Map<String, Object> NEW_ENTITY = Map.of("some", "abc");
  private static final Map<String, Object> OLD_ENTITY = Map.of("_id", "1234");

  private StoreMethods() {}

  static Stream<StoreMethod> all() {
    return Stream.of(ofCollections(), ofUsers(), ofUsersAndRoles(), ofGroups(), ofRoles())
        .flatMap(methods -> methods);
  }

  private static Stream<StoreMethod> ofCollections() {
    StoreTable<DataCollection> table =
        new StoreTable<>(
            new About(
                "books",
                "DataStoreError",
                "Recursive data operations to the same collection cannot use user context or use"
                    + " BL."),
            (modules, options) -> modules.dataStore(options).collection("books"));
    String books = "/appdata/kid_test/books/";
    return Stream.of(
        table.row("dataStore.find", "GET " + books, TWO, s -> s.find(), DataCollection::findAsync),
        table.row(
            "dataStore.find by query",
            "GET " + books + "?query={\"foo\":\"bar\"}",
            TWO,
            s -> s.find(foo()),
            s -> s.findAsync(foo())),
        table.row(
            "dataStore.findById",
            "GET " + books + "1234",
            ONE,
            s -> s.findById("1234"),
            s -> s.findByIdAsync("1234")),
        table.row(
            "dataStore.save a new entity",
            "POST " + books + " " + NEW,
            ONE,
            s -> s.save(NEW_ENTITY),
            s -> s.saveAsync(NEW_ENTITY)),
        table.row(
            "dataStore.save an existing entity",
            "PUT " + books + "1234 " + OLD,
            ONE,
            s -> s.save(OLD_ENTITY),
            s -> s.saveAsync(OLD_ENTITY)),
        table.row(
            "dataStore.create",
            "POST " + books + " " + NEW,
            ONE,
            s -> s.create(NEW_ENTITY),
            s -> s.createAsync(NEW_ENTITY)),
        table.row(
            "dataStore.create several",
            "POST " + books + " [" + NEW + "]",
            "{\"entities\":[" + ONE + "],\"errors\":[]}",
            s -> s.create(List.of(NEW_ENTITY)),
            s -> s.createAsync(List.of(NEW_ENTITY))),
        table.row(
            "dataStore.remove",
            "DELETE " + books,
            "{\"count\":3}",
            s -> s.remove(null),
            s -> s.removeAsync(null)),
        table.row(
            "dataStore.remove by query",
            "DELETE " + books + "?query={\"foo\":\"bar\"}",
            "{\"count\":3}",
            s -> s.remove(foo()),
            s -> s.removeAsync(foo())),
        table.row(
            "dataStore.removeById",
            "DELETE " + books + "1234",
            "{\"count\":1}",
            s -> s.removeById("1234"),
            s -> s.removeByIdAsync("1234")),
        table.row(
            "dataStore.count",
            "GET " + books + "_count/",
            "{\"count\":30}",
            "30",
            s -> s.count(),
            DataCollection::countAsync),
        table.row(
            "dataStore.count by query",
            "GET " + books + "_count/?query={\"foo\":\"bar\"}",
            "{\"count\":30}",
            "30",
            s -> s.count(foo()),
            s -> s.countAsync(foo())));
  }

  private static StoreTable<UserStore> users() {
    return new StoreTable<>(
        new About(
            "user",
            "UserStoreError",
            "Recursive requests to the user store from the user store cannot use user credentials"
                + " or use Bl"),
        Modules::userStore);
  }

  private static Stream<StoreMethod> ofUsers() {
    StoreTable<UserStore> table = users();
    String user = "/user/kid_test/";
    return Stream.of(
        table.row("userStore.find", "GET " + user, TWO, s -> s.find(), UserStore::findAsync),
        table.row(
            "userStore.find by query",
            "GET " + user + "?query={\"foo\":\"bar\"}",
            TWO,
            s -> s.find(foo()),
            s -> s.findAsync(foo())),
        table.row(
            "userStore.findById",
            "GET " + user + "1234",
            ONE,
            s -> s.findById("1234"),
            s -> s.findByIdAsync("1234")),
        table.row(
            "userStore.getCurrentUser",
            "GET " + user + "u1",
            ONE,
            UserStore::getCurrentUser,
            UserStore::getCurrentUserAsync),
        table
            .row(
                "userStore.create",
                "POST " + user + " " + NEW,
                ONE,
                s -> s.create(NEW_ENTITY),
                s -> s.createAsync(NEW_ENTITY))
            .always(APP),
        table.row(
            "userStore.update",
            "PUT " + user + "1234 " + OLD,
            ONE,
            s -> s.update(OLD_ENTITY),
            s -> s.updateAsync(OLD_ENTITY)),
        table.row(
            "userStore.remove",
            "DELETE " + user + "1234?hard=true",
            "",
            s -> s.remove("1234"),
            s -> s.removeAsync("1234")),
        table.row(
            "userStore.suspend",
            "DELETE " + user + "1234",
            "",
            s -> s.suspend("1234"),
            s -> s.suspendAsync("1234")),
        table
            .row(
                "userStore.restore",
                "POST " + user + "1234/_restore",
                "",
                s -> s.restore("1234"),
                s -> s.restoreAsync("1234"))
            .always(MASTER),
        table.row(
            "userStore.count",
            "GET " + user + "_count/",
            "{\"count\":30}",
            "30",
            s -> s.count(),
            UserStore::countAsync),
        table.row(
            "userStore.count by query",
            "GET " + user + "_count/?query={\"foo\":\"bar\"}",
            "{\"count\":30}",
            "30",
            s -> s.count(foo()),
            s -> s.countAsync(foo())));
  }

  private static Stream<StoreMethod> ofUsersAndRoles() {
    StoreTable<UserStore> table = users();
    String roles = "/user/kid_test/1234/roles";
    return Stream.of(
        table.row(
            "userStore.assignRole",
            "PUT " + roles + "/456 {}",
            "",
            s -> s.assignRole("1234", "456"),
            s -> s.assignRoleAsync("1234", "456")),
        table.row(
            "userStore.revokeRole",
            "DELETE " + roles + "/456 {}",
            "",
            s -> s.revokeRole("1234", "456"),
            s -> s.revokeRoleAsync("1234", "456")),
        table.row(
            "userStore.listRoles",
            "GET " + roles,
            TWO,
            s -> s.listRoles("1234"),
            s -> s.listRolesAsync("1234")));
  }

  private static Stream<StoreMethod> ofGroups() {
    StoreTable<GroupStore> table =
        new StoreTable<>(
            new About(
                "group",
                "GroupStoreError",
                "Recursive requests to the group store from the group store cannot use user"
                    + " credentials or use Bl"),
            Modules::groupStore);
    String group = "/group/kid_test/";
    return Stream.of(
        table.row(
            "groupStore.create",
            "POST " + group + " " + NEW,
            ONE,
            s -> s.create(NEW_ENTITY),
            s -> s.createAsync(NEW_ENTITY)),
        table.row(
            "groupStore.update",
            "PUT " + group + "1234 " + OLD,
            ONE,
            s -> s.update(OLD_ENTITY),
            s -> s.updateAsync(OLD_ENTITY)),
        table.row(
            "groupStore.findById",
            "GET " + group + "1234",
            ONE,
            s -> s.findById("1234"),
            s -> s.findByIdAsync("1234")),
        table.row(
            "groupStore.remove",
            "DELETE " + group + "1234",
            "",
            s -> s.remove("1234"),
            s -> s.removeAsync("1234")));
  }

  private static Stream<StoreMethod> ofRoles() {
    StoreTable<RoleStore> table =
        new StoreTable<>(
            new About(
                "roles",
                "RoleStoreError",
                "Recursive requests to the role store from the role store cannot use user"
                    + " credentials or use BL"),
            Modules::roleStore);
    String roles = "/roles/kid_test/";
    return Stream.of(
        table.row(
            "roleStore.create",
            "POST " + roles + " " + NEW,
            ONE,
            s -> s.create(NEW_ENTITY),
            s -> s.createAsync(NEW_ENTITY)),
        table.row(
            "roleStore.update",
            "PUT " + roles + "1234 " + OLD,
            ONE,
            s -> s.update(OLD_ENTITY),
            s -> s.updateAsync(OLD_ENTITY)),
        table.row(
            "roleStore.findById",
            "GET " + roles + "1234",
            ONE,
            s -> s.findById("1234"),
            s -> s.findByIdAsync("1234")),
        table.row(
            "roleStore.remove",
            "DELETE " + roles + "1234",
            "",
            s -> s.remove("1234"),
            s -> s.removeAsync("1234")),
        table.row(
            "roleStore.listMembers",
            "GET " + roles + "1234/membership",
            TWO,
            s -> s.listMembers("1234"),
            s -> s.listMembersAsync("1234")));
  }

  private static Query foo() {
    return new Query().equalTo("foo", "bar");
  }
}
