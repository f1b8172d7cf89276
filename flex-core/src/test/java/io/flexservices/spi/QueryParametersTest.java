package io.flexservices.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.spi.QueryParameters.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters of a query string. */
class QueryParametersTest {
  @Test
  void keepsTheirOrderAndEveryValue() {
    assertThat(QueryParameters.encoded("b=1&a=2&b=3").all())
        .containsExactly(new Parameter("b", "1"), new Parameter("a", "2"), new Parameter("b", "3"));
  }

  @Test
  void decodesNamesAndValuesOnce() {
    assertThat(QueryParameters.encoded("a%20b=%7B%22a%22%3A1%7D&p=a+b%2B%2525&u=%E2%82%AC").all())
        .containsExactly(
            new Parameter("a b", "{\"a\":1}"),
            new Parameter("p", "a b+%25"),
            new Parameter("u", "€"));
  }

  @Test
  void splitsAtTheFirstEqualsSign() {
    assertThat(QueryParameters.encoded("a=b=c&d&e=&=f&g%3Dh=i").all())
        .containsExactly(
            new Parameter("a", "b=c"),
            new Parameter("d", ""),
            new Parameter("e", ""),
            new Parameter("", "f"),
            new Parameter("g=h", "i"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&", "&&&"})
  void isEmptyWhereThereIsNone(String query) {
    assertThat(QueryParameters.encoded(query).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%4", "%zz=1", "a=%ff"})
  void refusesBadEscapes(String query) {
    assertThatThrownBy(() -> QueryParameters.encoded(query))
        .isInstanceOfSatisfying(
            RequestRejected.class,
            rejected ->
                assertThat(rejected.error().debug().toString()).startsWith("The query string has"));
  }

  @Test
  void takesDecodedAndEncodedParameters() {
    QueryParameters.Builder builder = QueryParameters.builder();
    assertThat(builder.add("a%20", "b+").addEncoded("a%20", "b+").build().all())
        .containsExactly(new Parameter("a%20", "b+"), new Parameter("a ", "b "));
    assertThat(QueryParameters.none().isEmpty()).isTrue();
  }
}
