package io.flexservices.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a store of secrets may hold. */
class SharedSecretsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s3cr3t | s3cr3t | ",
        "' s3cr3t ' | ' s3cr3t ' | ",
        "[1] | [1] | ",
        "{\"current\": \"new\"} | new | ",
        "{\"current\": \"new\", \"previous\": \"old\"} | new | old",
        "{\"current\": \"new\", \"previous\": null} | new | ",
        "{\"current\": \"new\", \"previous\": \"\"} | new | ",
        "{\"current\": \"new\", \"note\": 1} | new | "
      })
  void readsTheSecretOrBoth(String text, String current, String previous) throws IOException {
    assertThat(SharedSecrets.parse(text)).isEqualTo(new SharedSecrets(current, previous));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s\n", "s\r\n", "s\n\n", "{\"current\": \"s\"}\n"})
  void takesLineBreaksAtTheEndForTheEditors(String text) throws IOException {
    assertThat(SharedSecrets.parse(text)).isEqualTo(new SharedSecrets("s", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n\n"})
  void refusesAnEmptySecret(String text) {
    assertThatThrownBy(() -> SharedSecrets.parse(text))
        .isInstanceOf(IOException.class)
        .hasMessage("The secret is empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{}",
        "{s3cr3t}",
        "{\"current\": \"\"}",
        "{\"current\": 1234567}",
        "{\"password\": \"s3cr3t\"}",
        "{\"current\": \"s3cr3t\", \"previous\": 5}"
      })
  void saysWhatItExpectsAndNothingOfWhatItFound(String text) {
    assertThatThrownBy(() -> SharedSecrets.parse(text))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "The secret begins with a brace, but is not {\"current\": \"...\", \"previous\":"
                + " \"...\"}")
        .hasNoCause();
  }

  @Test
  void holdsNoEmptySecret() {
    assertThatThrownBy(() -> new SharedSecrets("", null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SharedSecrets("s", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void printsNoSecret() {
    assertThat(new SharedSecrets("s3cr3t", "0ld")).hasToString("SharedSecrets[]");
  }
}
