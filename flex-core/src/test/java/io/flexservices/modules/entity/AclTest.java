package io.flexservices.modules.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.json.Json;
import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AclTest {
  private final KinveyEntities entities = TestEntities.ofApp();

  /** The methods of each kind of permission, and where its ids stand. */
  enum Kind {
    READER("", "r", Acl::getReaders, Acl::addReader, Acl::removeReader),
    WRITER("", "w", Acl::getWriters, Acl::addWriter, Acl::removeWriter),
    READER_GROUP("groups", "r", Acl::getReaderGroups, Acl::addReaderGroup, Acl::removeReaderGroup),
    WRITER_GROUP("groups", "w", Acl::getWriterGroups, Acl::addWriterGroup, Acl::removeWriterGroup),
    READER_ROLE("roles", "r", Acl::getReaderRoles, Acl::addReaderRole, Acl::removeReaderRole),
    UPDATE_ROLE("roles", "u", Acl::getUpdateRoles, Acl::addUpdateRole, Acl::removeUpdateRole),
    DELETE_ROLE("roles", "d", Acl::getDeleteRoles, Acl::addDeleteRole, Acl::removeDeleteRole);

    final String holder;
    final String list;
    final Function<Acl, List<String>> get;
    final BiFunction<Acl, String, Acl> add;
    final BiFunction<Acl, String, Acl> remove;

    Kind(
        String holder,
        String list,
        Function<Acl, List<String>> get,
        BiFunction<Acl, String, Acl> add,
        BiFunction<Acl, String, Acl> remove) {
      this.holder = holder;
      this.list = list;
      this.get = get;
      this.add = add;
      this.remove = remove;
    }

    /** An {@code _acl} that holds this value in the list's place, and nothing else. */
    Map<String, Object> acl(Object value) {
      Map<String, Object> inner = new HashMap<>();
      inner.put(list, value);
      return holder.isEmpty() ? inner : new HashMap<>(Map.of(holder, inner));
    }
  }

  @ParameterizedTest
  @EnumSource
  void givesAnEmptyListWhereNobodyIsNamed(Kind kind) {
    KinveyEntity entity = entities.entity();

    assertThat(kind.get.apply(entity.acl())).isEmpty();
    assertThat(entity).containsEntry("_acl", Map.of("creator", "kid_test"));
  }

  @ParameterizedTest
  @EnumSource
  void givesTheIdsThatTheEntityBrought(Kind kind) {
    assertThat(kind.get.apply(with(kind, List.of("1", "2", "3")).acl()))
        .containsExactly("1", "2", "3");
  }

  @ParameterizedTest
  @EnumSource
  void addsAnIdToAnEntityThatHasNone(Kind kind) {
    KinveyEntity entity = entities.entity();

    kind.add.apply(entity.acl(), "12345");

    Map<String, Object> expected = kind.acl(List.of("12345"));
    expected.put("creator", "kid_test");
    assertThat(entity).containsEntry("_acl", expected);
  }

  @ParameterizedTest
  @EnumSource
  void addsAnIdAfterTheOthers(Kind kind) {
    Acl acl = with(kind, List.of("1", "2", "3")).acl();

    assertThat(kind.get.apply(kind.add.apply(acl, "4"))).containsExactly("1", "2", "3", "4");
  }

  @ParameterizedTest
  @EnumSource
  void addsNoIdTwice(Kind kind) {
    Acl acl = with(kind, List.of("1", "2", "3")).acl();

    assertThat(kind.get.apply(kind.add.apply(acl, "1"))).containsExactly("1", "2", "3");
  }

  @ParameterizedTest
  @EnumSource
  void removesAnIdHoweverOftenItIsThere(Kind kind) {
    Acl acl = with(kind, List.of("1", "2", "3", "1")).acl();

    assertThat(kind.get.apply(kind.remove.apply(acl, "1"))).containsExactly("2", "3");
    assertThat(kind.get.apply(kind.remove.apply(acl, "2"))).containsExactly("3");
  }

  @ParameterizedTest
  @EnumSource
  void removesNothingWhereTheIdIsNotThere(Kind kind) {
    Acl acl = with(kind, List.of("1", "2", "3")).acl();

    assertThat(kind.get.apply(kind.remove.apply(acl, "4"))).containsExactly("1", "2", "3");
  }

  @ParameterizedTest
  @EnumSource
  void removesNothingWhereThereIsNoList(Kind kind) {
    KinveyEntity entity =
        entities.entity(Map.of("_acl", Map.of("groups", Map.of(), "roles", Map.of())));

    assertThat(kind.get.apply(kind.remove.apply(entity.acl(), "1"))).isEmpty();
    assertThat(entity)
        .containsEntry(
            "_acl", Map.of("creator", "kid_test", "groups", Map.of(), "roles", Map.of()));
  }

  @ParameterizedTest
  @EnumSource
  void leavesAnEmptyListWhereTheLastIdIsRemoved(Kind kind) {
    KinveyEntity entity = entities.entity();
    kind.remove.apply(kind.add.apply(entity.acl(), "1"), "1");

    Map<String, Object> expected = kind.acl(List.of());
    expected.put("creator", "kid_test");
    assertThat(entity).containsEntry("_acl", expected);
  }

  @ParameterizedTest
  @EnumSource
  void showsInAListThatWasGivenWhatIsChangedLater(Kind kind) {
    Acl acl = with(kind, List.of("1")).acl();
    List<String> ids = kind.get.apply(acl);

    kind.add.apply(acl, "2");
    assertThat(ids).containsExactly("1", "2");
    kind.remove.apply(acl, "1");
    assertThat(ids).containsExactly("2");
    assertThatThrownBy(() -> ids.add("3")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> ids.remove("2")).isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @EnumSource
  void changesPermissionsThatAUserPutThereThoughTheyAreReadOnly(Kind kind) {
    KinveyEntity entity = entities.entity();
    for (Object readOnly :
        List.of(
            Collections.unmodifiableMap(kind.acl(List.of("1"))),
            JsonObject.of(kind.acl(List.of("1"))),
            JsonObject.of(kind.acl(List.of("1"))).asMap())) {
      entity.put("_acl", readOnly);

      kind.add.apply(entity.acl(), "2");

      assertThat(entity).containsEntry("_acl", kind.acl(List.of("1", "2")));
    }
  }

  @ParameterizedTest
  @EnumSource
  void takesWhatIsFalseToJavaScriptForNobody(Kind kind) {
    Acl acl = with(kind, null).acl();

    assertThat(kind.get.apply(acl)).isEmpty();
    assertThat(kind.get.apply(kind.add.apply(acl, "1"))).containsExactly("1");
  }

  @ParameterizedTest
  @EnumSource
  void refusesAListThatIsNone(Kind kind) {
    Acl acl = with(kind, "u1").acl();

    assertThatThrownBy(() -> kind.get.apply(acl))
        .isInstanceOf(JsonException.class)
        .hasMessage("\"" + kind.list + "\" is not an array but String");
    assertThatThrownBy(() -> kind.add.apply(acl, "u2")).isInstanceOf(JsonException.class);
  }

  @ParameterizedTest
  @EnumSource
  void refusesNoId(Kind kind) {
    Acl acl = entities.entity().acl();

    assertThatThrownBy(() -> kind.add.apply(acl, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessageMatching("(user|group|role)Id == null");
    assertThatThrownBy(() -> kind.remove.apply(acl, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessageMatching("(user|group|role)Id == null");
  }

  @Test
  void givesIdsThatAreNoTextsAsTexts() {
    KinveyEntity entity = entities.entity(Map.of("_acl", Map.of("r", List.of(1L, "2"))));

    assertThat(entity.acl().getReaders()).containsExactly("1", "2");
    assertThat(entity.acl().removeReader("1").getReaders()).containsExactly("1", "2");
  }

  @Test
  void endsInItsEntity() {
    KinveyEntity entity = entities.entity();

    assertThat(
            entity
                .acl()
                .addReader("u1")
                .addWriter("u2")
                .addReaderGroup("g1")
                .addWriterGroup("g2")
                .addReaderRole("r1")
                .addUpdateRole("r2")
                .addDeleteRole("r3")
                .setGloballyReadable(true)
                .setGloballyWritable(false)
                .removeReader("u1")
                .entity())
        .isSameAs(entity)
        .containsEntry(
            "_acl",
            Map.of(
                "creator", "kid_test",
                "r", List.of(),
                "w", List.of("u2"),
                "groups", Map.of("r", List.of("g1"), "w", List.of("g2")),
                "roles", Map.of("r", List.of("r1"), "u", List.of("r2"), "d", List.of("r3")),
                "gr", true,
                "gw", false));
  }

  @Test
  void tellsTheCreator() {
    assertThat(entities.entity().acl().getCreator()).isEqualTo("kid_test");
    assertThat(entities.entity(Map.of("_acl", Map.of("creator", "ME"))).acl().getCreator())
        .isEqualTo("ME");
  }

  @Test
  void tellsWhetherEverybodyMayReadAndWrite() {
    Map<String, Object> given = new HashMap<>(Map.of("gr", true, "gw", false));
    Acl acl = entities.entity(Map.of("_acl", given)).acl();

    assertThat(acl.getGloballyReadable()).isTrue();
    assertThat(acl.getGloballyWritable()).isFalse();
    assertThat(acl.setGloballyReadable(false).getGloballyReadable()).isFalse();
    assertThat(acl.setGloballyReadable(true).getGloballyReadable()).isTrue();
    assertThat(acl.setGloballyWritable(true).getGloballyWritable()).isTrue();
    assertThat(acl.setGloballyWritable(false).getGloballyWritable()).isFalse();
  }

  @Test
  void saysThatNothingIsSaidOfEverybodyWhereSomebodyAsks() {
    KinveyEntity entity = entities.entity();

    assertThat(entity.acl().getGloballyReadable()).isNull();
    assertThat(entity.acl().getGloballyWritable()).isNull();
    Map<String, Object> expected = new HashMap<>();
    expected.put("creator", "kid_test");
    expected.put("gr", null);
    expected.put("gw", null);
    assertThat(entity).containsEntry("_acl", expected);
  }

  @Test
  void worksAfterThePermissionsWereRemoved() {
    KinveyEntity entity = entities.entity();
    entity.remove("_acl");

    assertThat(entity.acl().getCreator()).isNull();
    assertThat(entity.acl().getReaders()).isEmpty();
    assertThat(entity.acl().addReader("u1").getReaders()).containsExactly("u1");
  }

  @Test
  void isWrittenAsThePermissionsThemselves() {
    assertThat(Json.text(entities.entity().acl().addReader("u1")))
        .isEqualTo("{\"creator\":\"kid_test\",\"r\":[\"u1\"]}");
  }

  @ParameterizedTest
  @EnumSource
  void holdsAfterAnyCallsWhatASetWouldHold(Kind kind) {
    Random random = new Random(20_260_102 + kind.ordinal());
    for (int round = 0; round < 50; round++) {
      Acl acl = entities.entity().acl();
      List<String> expected = new ArrayList<>();
      for (int call = 0; call < 40; call++) {
        String id = "u" + random.nextInt(8);
        if (random.nextBoolean()) {
          kind.add.apply(acl, id);
          if (!expected.contains(id)) {
            expected.add(id);
          }
        } else {
          kind.remove.apply(acl, id);
          expected.remove(id);
        }
      }
      assertThat(kind.get.apply(acl)).isEqualTo(expected);
    }
  }

  private KinveyEntity with(Kind kind, Object value) {
    return entities.entity(Map.of("_acl", kind.acl(value)));
  }
}
