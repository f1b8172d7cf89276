package io.flexservices.testkit;

import static java.util.Objects.requireNonNull;

import io.flexservices.json.Json;
import io.flexservices.spi.RequestBody;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A login by a FlexAuth handler; what is not said is left out of the call. */
public final class LoginRequest extends TestRequest<LoginRequest> {
  private final String name;
  private final Map<String, @Nullable Object> login = new LinkedHashMap<>();

  LoginRequest(Exchange exchange, String name) {
    super(exchange);
    this.name = name;
    header("Content-Type", "application/json");
  }

  /** The name and the password of the user who logs in. */
  public LoginRequest credentials(String username, String password) {
    login.put("username", requireNonNull(username, "username == null"));
    login.put("password", requireNonNull(password, "password == null"));
    return this;
  }

  /** The options of the login. */
  public LoginRequest options(Map<String, ?> options) {
    login.put("options", requireNonNull(options, "options == null"));
    return this;
  }

  @Override
  LoginRequest self() {
    return this;
  }

  @Override
  String method() {
    return "POST";
  }

  @Override
  Target target() {
    return Target.of("_auth", name);
  }

  @Override
  RequestBody body() {
    return RequestBody.of(Json.bytes(login));
  }
}
