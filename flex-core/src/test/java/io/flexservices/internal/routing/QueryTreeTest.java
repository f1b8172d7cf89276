package io.flexservices.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.flexservices.json.Json;
import io.flexservices.spi.QueryParameters;
import io.flexservices.spi.RequestRejected;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Query strings as objects; the table was recorded from qs 6.11.0 with allowPrototypes. */
class QueryTreeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "limit=5&skip=2 | {'limit':'5','skip':'2'}",
        "a | {'a':''}",
        "a= | {'a':''}",
        "=x | {}",
        "a=b=c | {'a':'b=c'}",
        "a=&a= | {'a':['','']}",
        "a=1&a=2&a=3 | {'a':['1','2','3']}",
        "a[]=1 | {'a':['1']}",
        "a[]= | {'a':['']}",
        "a[]=1&a[]=2 | {'a':['1','2']}",
        "a[]=1&a=2 | {'a':['1','2']}",
        "a=1&a[]=2 | {'a':['1','2']}",
        "a[0]=1 | {'a':['1']}",
        "a[0]=1&a[2]=2 | {'a':['1','2']}",
        "a[1]=x&a[0]=y | {'a':['y','x']}",
        "a[20]=x | {'a':['x']}",
        "a[21]=x | {'a':{'21':'x'}}",
        "a[100]=x&a[0]=y | {'a':{'0':'y','100':'x'}}",
        "a[01]=x | {'a':{'01':'x'}}",
        "a[-1]=x | {'a':{'-1':'x'}}",
        "a=1&a[0]=2 | {'a':['1','2']}",
        "a[0]=x&a=y | {'a':['x','y']}",
        "a[0]=1&a[0]=2 | {'a':[['1','2']]}",
        "a[]=1&a[0]=2 | {'a':['1','2']}",
        "a[0]=1&a[]=2 | {'a':['1','2']}",
        "a[0][0]=1 | {'a':[['1']]}",
        "a[][]=1 | {'a':['1']}",
        "a[b]=1 | {'a':{'b':'1'}}",
        "a%5Bb%5D=1 | {'a':{'b':'1'}}",
        "a[b][c]=1 | {'a':{'b':{'c':'1'}}}",
        "a[b][]=1 | {'a':{'b':['1']}}",
        "a[][b]=1 | {'a':[{'b':'1'}]}",
        "a[b]=1&a[b]=2 | {'a':{'b':['1','2']}}",
        "a[b]=1&a[c]=2 | {'a':{'b':'1','c':'2'}}",
        "a[0][b]=1&a[0][c]=2 | {'a':[{'b':'1','c':'2'}]}",
        "a[0][b]=1&a[1][b]=2 | {'a':[{'b':'1'},{'b':'2'}]}",
        "a=1&a[b]=2 | {'a':['1',{'b':'2'}]}",
        "a=1&a=2&a[b]=3 | {'a':{'0':'1','1':'2','b':'3'}}",
        "a[b]=2&a=1 | {'a':{'b':'2','1':true}}",
        "a[0]=1&a[b]=2 | {'a':{'0':'1','b':'2'}}",
        "a[b]=1&a[]=2 | {'a':{'0':'2','b':'1'}}",
        "[a]=1 | {'a':'1'}",
        "a[b=1 | {'a[b':'1'}",
        "a]=1 | {'a]':'1'}",
        "a[b]c=1 | {'a':{'b':'1'}}",
        "a.b=1 | {'a.b':'1'}",
        "a,b=1 | {'a,b':'1'}",
        "constructor=1&hasOwnProperty=2 | {'constructor':'1','hasOwnProperty':'2'}",
        "a[b][c][d][e][f]=1 | {'a':{'b':{'c':{'d':{'e':{'f':'1'}}}}}}"
      })
  void readsAsQs(String query, String expected) {
    assertThat(tree(query)).isEqualTo(Json.parse(expected.replace('\'', '"')));
  }

  @Test
  void keepsTheOrderOfNames() {
    assertThat(tree("z=1&a=2&m[b]=3").keySet()).containsExactly("z", "a", "m");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a[b][c][d][e][f][g]=1", "[b][c][d][e][f][g]=1"})
  void refusesMoreThanFivePairsOfBrackets(String query) {
    assertThatThrownBy(() -> tree(query))
        .isInstanceOfSatisfying(
            RequestRejected.class,
            rejected -> assertThat(rejected.error().status()).isEqualTo(400));
  }

  @Test
  void refusesMoreThanAThousandParameters() {
    assertThat(tree("a&".repeat(1_000))).containsOnlyKeys("a");
    assertThatThrownBy(() -> tree("a&".repeat(1_001))).isInstanceOf(RequestRejected.class);
  }

  /** Some of these take hours where the work grows with the square of the length. */
  @ParameterizedTest
  @ValueSource(strings = {"[", "[a", "a]", "[]]", "[[]", "[0", "%5B"})
  void readsEndlessBracketsInTimeThatGrowsWithTheirLength(String part) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          try {
            assertThat(tree("a" + part.repeat(1_000_000) + "=1")).hasSize(1);
          } catch (RequestRejected e) {
            assertThat(e).hasMessageContaining("brackets");
          }
        });
  }

  @Test
  void readsAThousandMembersOfOneNameInEveryForm() {
    StringBuilder query = new StringBuilder("a=x");
    for (int i = 0; i < 333; i++) {
      query.append("&a[]=x&a[").append(i).append("]=x&a[n").append(i).append("]=x");
    }
    assertThat(tree(query.toString())).containsOnlyKeys("a");
  }

  private static Map<String, ?> tree(String query) {
    return QueryTree.of(QueryParameters.encoded(query));
  }
}
