package io.flexservices.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonFormTest {
  @Test
  void isWrittenInPlaceOfTheValue() {
    JsonForm form = () -> Map.of("a", 1);
    JsonForm ofForm = () -> form;
    JsonForm ofNull = () -> null;

    assertThat(Json.text(List.of(form, ofForm, ofNull))).isEqualTo("[{\"a\":1},{\"a\":1},null]");
  }

  @Test
  void isWrittenInPlaceOfTheValueInsideAUsersOwnClass() {
    assertThat(Json.text(new Holder(new Secretive(), "b")))
        .isEqualTo("{\"form\":{\"shown\":1},\"other\":\"b\"}");
  }

  @Test
  void isRefusedWhereItGivesItself() {
    assertThatThrownBy(() -> Json.text(new Endless()))
        .isInstanceOf(JsonException.class)
        .hasMessage("The value nests deeper than 400, or contains itself");
  }

  private static final class Endless implements JsonForm {
    @Override
    public Object toJson() {
      return this;
    }
  }

  /** A user's own class. */
  public record Holder(Secretive form, String other) {}

  /** A value with a getter that is not to be printed. */
  public static final class Secretive implements JsonForm {
    public String getSecret() {
      return "s3cr3t";
    }

    @Override
    public Object toJson() {
      return Map.of("shown", 1);
    }
  }
}
