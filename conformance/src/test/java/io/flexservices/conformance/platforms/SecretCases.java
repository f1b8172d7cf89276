package io.flexservices.conformance.platforms;

import static io.flexservices.conformance.platforms.ClientRequest.get;
import static io.flexservices.conformance.platforms.ClientRequest.of;
import static io.flexservices.conformance.platforms.ClientRequest.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.conformance.platform.Target;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The shared secret: who is served, and where the secret comes from. */
final class SecretCases implements CaseGroup {
  static final String CURRENT = "new-s3cr3t";
  static final String PREVIOUS = "old-s3cr3t";

  private static final List<ClientRequest> GUARDED =
      List.of(
          get("/seen"),
          get("/seen/1"),
          get("/seen/_count"),
          get("/seen?query={}"),
          post("/seen", "{}"),
          of("PUT", "/seen/1").header("Content-Type", "application/json").body("{}"),
          of("DELETE", "/seen/1"),
          of("DELETE", "/seen?query={}"),
          post("/_flexFunctions/seen", "{}"),
          post("/_auth/seen", "{}"),
          // No health checks, and no discovery.
          get("/healthcheck/1"),
          get("/Healthcheck"),
          post("/_auth/healthcheck", "{}"));

  @Override
  public String title() {
    return "The shared secret";
  }

  @Override
  public List<PlatformCase> cases() {
    return List.of(
        PlatformCase.that("without the key no request reaches a handler, on any route")
            .under(Setup.GUARDED)
            .holdsOn(PlatformCase.ALL, SecretCases::guardsEveryRoute),
        PlatformCase.that("health checks and discovery need no key")
            .under(Setup.GUARDED)
            .holdsOn(PlatformCase.ALL, SecretCases::leavesTwoRoutesOpen),
        PlatformCase.that("the current and the previous secret are taken, the header in any case")
            .under(Setup.GUARDED)
            .holdsOn(PlatformCase.ALL, SecretCases::takesBoth),
        PlatformCase.that("a key that begins with the secret, or is a part of it, is refused")
            .under(Setup.GUARDED)
            .holdsOn(PlatformCase.ALL, SecretCases::refusesWhatIsNear),
        fetched("the secret is read from a file", Setup.SECRET_FILE, PlatformCase.ALL),
        fetched(
            "the secret is fetched from AWS Secrets Manager",
            Setup.SECRETS_MANAGER,
            PlatformCase.FUNCTIONS),
        fetched(
            "the secret is fetched from the Parameter Store",
            Setup.PARAMETER_STORE,
            PlatformCase.FUNCTIONS),
        fetched(
            "the secret is fetched from Google Secret Manager",
            Setup.GOOGLE_SECRET_MANAGER,
            Set.of(Target.GCP)));
  }

  private static PlatformCase fetched(String title, Setup setup, Collection<Target> targets) {
    return PlatformCase.that(title)
        .under(setup)
        .holdsOn(
            targets,
            caller -> {
              assertThat(caller.send(get("/healthcheck")).status()).isEqualTo(200);
              served(caller, CURRENT);
              served(caller, PREVIOUS);
              refused(caller, get("/seen/1"));
              refused(caller, get("/seen/1").header("X-Auth-Key", "guess"));
            });
  }

  private static void guardsEveryRoute(Caller caller) throws IOException {
    for (ClientRequest request : GUARDED) {
      refused(caller, request);
      refused(caller, request.header("X-Auth-Key", "guess"));
    }
  }

  private static void leavesTwoRoutesOpen(Caller caller) throws IOException {
    assertThat(caller.send(get("/healthcheck")).text()).isEqualTo("{\"healthy\":true}");
    assertThat(caller.send(post("/_command/discover", "{}")).text()).contains("seen");
  }

  private static void takesBoth(Caller caller) throws IOException {
    served(caller, CURRENT);
    served(caller, PREVIOUS);
    for (String name : new String[] {"x-auth-key", "X-AUTH-KEY"}) {
      assertThat(caller.send(get("/seen/1").header(name, CURRENT)).status()).isEqualTo(200);
    }
  }

  private static void refusesWhatIsNear(Caller caller) throws IOException {
    for (String key :
        new String[] {
          CURRENT + "x",
          "new-s3cr3",
          "ew-s3cr3t",
          "NEW-S3CR3T",
          CURRENT + "," + PREVIOUS,
          CURRENT + PREVIOUS,
          "Bearer " + CURRENT
        }) {
      refused(caller, get("/seen/1").header("X-Auth-Key", key));
    }
    refused(caller, get("/seen/1").header("Authorization", CURRENT));
    refused(caller, get("/seen/1?X-Auth-Key=" + CURRENT));
  }

  private static void served(Caller caller, String key) throws IOException {
    Reply reply = caller.send(get("/seen/1").header("X-Auth-Key", key));
    assertThat(reply.status()).as(reply.raw()).isEqualTo(200);
    assertThat(reply.json().value("id")).isEqualTo("1");
  }

  /** A function's refusal is in the body of its envelope, as the Flex SDK's. */
  private static void refused(Caller caller, ClientRequest request) throws IOException {
    Reply reply = caller.send(request);
    String shown = request.method() + " " + request.target() + ": " + reply.raw();
    assertThat(reply.text())
        .as(shown)
        .contains("InvalidCredentials")
        .doesNotContain("\"seen\":", "\"id\":", CURRENT, PREVIOUS);
    if (!request.target().startsWith("/_flexFunctions")) {
      assertThat(reply.status()).as(shown).isEqualTo(401);
    } else {
      assertThat(reply.json().path("response.statusCode")).as(shown).isEqualTo(401L);
    }
  }
}
