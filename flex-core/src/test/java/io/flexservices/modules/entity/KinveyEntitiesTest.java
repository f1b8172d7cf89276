package io.flexservices.modules.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.json.Json;
import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class KinveyEntitiesTest {
  private static final String NOW = TestEntities.NOW;
  private static final String EARLIER = "2013-05-08T13:48:36.000Z";

  private final KinveyEntities entities = TestEntities.ofApp();

  @Test
  void makesAnEntityWithAnIdOfItsOwn() {
    KinveyEntity entity = entities.entity();

    assertThat(entity.id()).matches("[0-9a-f]{24}");
    assertThat(entity)
        .isEqualTo(
            Map.of(
                "_acl", Map.of("creator", "kid_test"),
                "_kmd", Map.of("lmt", NOW, "ect", NOW),
                "_id", entity.id()));
  }

  @Test
  void makesAnEntityWithAGivenId() {
    assertThat(entities.entity("000-22-2343").id()).isEqualTo("000-22-2343");
    assertThat(entities.entity((Object) "000-22-2343").id()).isEqualTo("000-22-2343");
  }

  @ParameterizedTest
  @NullAndEmptySource
  void generatesAnIdWhereTheGivenOneIsNone(String id) {
    assertThat(entities.entity(id).id()).matches("[0-9a-f]{24}");
  }

  @Test
  void fillsInWhatAnObjectLacks() {
    KinveyEntity entity = entities.entity(Map.of("firstName", "John"));

    assertThat(entity)
        .isEqualTo(
            Map.of(
                "firstName", "John",
                "_acl", Map.of("creator", "kid_test"),
                "_kmd", Map.of("lmt", NOW, "ect", NOW),
                "_id", entity.id()));
    assertThat(entity.id()).matches("[0-9a-f]{24}");
    assertThat(entities.entity(Map.of()).keySet()).containsExactly("_acl", "_kmd", "_id");
  }

  @Test
  void keepsTheMetadataOfAnObjectAndSetsItsTimeOfChange() {
    KinveyEntity entity =
        entities.entity(
            JsonObject.of(
                Map.of(
                    "_id", "x",
                    "_acl", Map.of("creator", "c1", "r", List.of("u1")),
                    "_kmd", Map.of("ect", EARLIER, "lmt", EARLIER, "authtoken", "t"))));

    assertThat(entity)
        .isEqualTo(
            Map.of(
                "_id", "x",
                "_acl", Map.of("creator", "c1", "r", List.of("u1")),
                "_kmd", Map.of("ect", EARLIER, "lmt", NOW, "authtoken", "t")));
  }

  @Test
  void keepsTheReadersOfAnObjectThatNamesNoCreator() {
    assertThat(entities.entity(Map.of("_acl", Map.of("r", List.of(1L), "w", List.of(2L)))))
        .containsEntry("_acl", Map.of("creator", "kid_test", "r", List.of(1L), "w", List.of(2L)));
  }

  @Test
  void takesWhatIsFalseToJavaScriptForMissing() {
    Map<String, Object> object = new HashMap<>();
    object.put("_id", "");
    object.put("_acl", null);
    object.put("_kmd", 0L);

    KinveyEntity entity = entities.entity(object);

    assertThat(entity.id()).matches("[0-9a-f]{24}");
    assertThat(entity).containsEntry("_acl", Map.of("creator", "kid_test"));
    assertThat(entity).containsEntry("_kmd", Map.of("ect", NOW, "lmt", NOW));
  }

  @Test
  void givesBackAnEntityThatIsOneAlready() {
    KinveyEntity entity = entities.entity(Map.of("key", "value"));
    String id = entity.id();

    assertThat(entities.entity(entity)).isSameAs(entity);
    assertThat(entity.id()).isEqualTo(id);
  }

  @Test
  void setsTheTimeOfChangeOfAnEntityThatIsOneAlready() {
    KinveyEntity entity = entities.entity();
    entity.put("_kmd", Map.of("ect", EARLIER, "lmt", EARLIER));

    entities.entity(entity);

    assertThat(entity).containsEntry("_kmd", Map.of("ect", EARLIER, "lmt", NOW));
  }

  @Test
  void leavesTheGivenObjectAsItIs() {
    Map<String, Object> acl = new HashMap<>(Map.of("r", List.of("u1")));
    Map<String, Object> object = new HashMap<>(Map.of("_acl", acl));

    entities.entity(object).acl().addReader("u2");

    assertThat(object).isEqualTo(Map.of("_acl", Map.of("r", List.of("u1"))));
  }

  @Test
  void takesAnObjectOfAUsersOwnClass() {
    assertThat(entities.entity(new Employee("John")))
        .containsEntry("firstName", "John")
        .containsEntry("_acl", Map.of("creator", "kid_test"));
  }

  @Test
  void namesNoCreatorWhereKinveyDidNotSayTheApp() {
    KinveyEntities unknown = TestEntities.of(null);

    assertThat(unknown.entity()).containsEntry("_acl", Map.of());
    assertThat(unknown.entity(Map.of("_acl", new HashMap<>(Map.of("creator", "")))))
        .containsEntry("_acl", Map.of());
    assertThat(unknown.entity().acl().getCreator()).isNull();
  }

  @Test
  void refusesWhatIsNoObject() {
    for (Object value : Arrays.asList(5, List.of(), true, new int[] {1})) {
      assertThatThrownBy(() -> entities.entity(value))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "An entity is made of an id or an object, not of " + value.getClass().getName());
    }
    assertThatThrownBy(() -> entities.entity((Object) null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("object == null");
  }

  @Test
  void refusesPermissionsInPlaceOfAnEntity() {
    Acl chain = entities.entity().acl().addReader("u1");

    assertThatThrownBy(() -> entities.entity(chain))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The permissions of an entity are no entity; let the chain end in entity()");
    assertThat(chain).isNotInstanceOf(Map.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"_acl", "_kmd"})
  void refusesMetadataThatIsNoObject(String name) {
    KinveyEntity entity = entities.entity("x");
    Map<String, Object> before = new HashMap<>(entity);
    before.put(name, "text");
    entity.put(name, "text");

    assertThatThrownBy(() -> entities.entity(entity))
        .isInstanceOf(JsonException.class)
        .hasMessage("\"" + name + "\" is not an object but String");
    assertThat(entity).isEqualTo(before);
  }

  @Test
  void knowsItsEntitiesAndNothingElse() {
    assertThat(entities.isKinveyEntity(entities.entity())).isTrue();
    assertThat(entities.isKinveyEntity(entities.entity(Map.of()))).isTrue();
    for (Object other :
        Arrays.asList(
            null,
            Map.of(),
            Map.of("prop", 1),
            "hello",
            1,
            (Runnable) () -> {},
            new IllegalStateException("error"),
            Map.of("_acl", Map.of(), "_kmd", Map.of()),
            new HashMap<>(entities.entity()))) {
      assertThat(entities.isKinveyEntity(other)).as(String.valueOf(other)).isFalse();
    }
  }

  @Test
  void isAMapThatTakesMembersAndIsWrittenAsJson() {
    KinveyEntity entity = entities.entity("x");
    entity.put("name", "Sachin");
    entity.put("age", 5);
    entity.remove("age");

    String json =
        "{'_acl':{'creator':'kid_test'},'_kmd':{'lmt':'%s','ect':'%s'},'_id':'x','name':'Sachin'}"
            .formatted(NOW, NOW)
            .replace('\'', '"');
    assertThat(Json.text(entity)).isEqualTo(json);
    assertThat(entity).hasToString(json);
    assertThat(entity.containsKey("age")).isFalse();
    assertThat(JsonObject.of(entity).path("_acl.creator")).isEqualTo("kid_test");
  }

  @Test
  void tellsItsTimes() {
    KinveyEntity entity = entities.entity();
    entity.put("_kmd", Map.of("ect", "2013-05-08T13:48:36+00:00", "lmt", NOW));

    assertThat(entity.kmd().ect()).isEqualTo(Instant.parse(EARLIER));
    assertThat(entity.kmd().lmt()).isEqualTo(Instant.parse(NOW));
    assertThat(entity.kmd().entity()).isSameAs(entity);

    entity.put("_kmd", Map.of("ect", "yesterday"));
    assertThat(entity.kmd().lmt()).isNull();
    assertThatThrownBy(() -> entity.kmd().ect())
        .isInstanceOf(JsonException.class)
        .hasMessage("\"ect\" of the entity is no time in ISO form");

    entity.remove("_kmd");
    assertThat(entity.kmd().ect()).isNull();
  }

  @Test
  void tellsNoIdWhereItWasRemoved() {
    KinveyEntity entity = entities.entity("x");
    entity.remove("_id");

    assertThat(entity.id()).isNull();
  }

  /** As in the documents' example. */
  public record Employee(String firstName) {}
}
