package io.flexservices.modules.email;

import static java.util.Objects.requireNonNull;

import io.flexservices.error.KinveyException;
import io.flexservices.internal.kinvey.BackendAnswer;
import io.flexservices.internal.kinvey.BackendCall;
import io.flexservices.internal.kinvey.BackendSession;
import io.flexservices.json.JsonObject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Sends mail ({@code lib/service/modules/email.js} of the Flex SDK, 4.1.4), under the master secret
 * and by version 3 of Kinvey's REST API.
 *
 * <pre>{@code
 * modules.email().message()
 *     .from("me@example.com").to("you@example.com")
 *     .subject("Hello").text("A few words")
 *     .send();
 * }</pre>
 *
 * <p>Methods wait for Kinvey's answer, for as long as the request has time; what fails is a {@link
 * KinveyException}, with the error {@code EmailError} where a required part is missing. Safe to use
 * from several threads.
 */
public final class Email {
  private static final int API_VERSION = 3;

  private final BackendSession backend;

  /** Made by the runtime; a handler gets one from its modules. */
  public Email(BackendSession backend) {
    this.backend = requireNonNull(backend, "backend == null");
  }

  /** A mail to be written and sent. */
  public EmailMessage message() {
    return new EmailMessage(this);
  }

  /**
   * Sends a plain text, as the Flex SDK's documents write it.
   *
   * @return what the mail server said, or {@code {success: true}}
   */
  public Object send(
      @Nullable String from, @Nullable String to, @Nullable String subject, @Nullable String text) {
    return BackendSession.await(sendAsync(from, to, subject, text));
  }

  /** As {@link #send(String, String, String, String)}, without waiting. */
  public CompletableFuture<Object> sendAsync(
      @Nullable String from, @Nullable String to, @Nullable String subject, @Nullable String text) {
    return sendAsync(from, to, subject, text, null, null, null, null);
  }

  /**
   * Sends a mail, as the Flex SDK's documents write it; the last four may be null.
   *
   * @return what the mail server said, or {@code {success: true}}
   */
  public Object send(
      @Nullable String from,
      @Nullable String to,
      @Nullable String subject,
      @Nullable String text,
      @Nullable String replyTo,
      @Nullable String html,
      @Nullable String cc,
      @Nullable String bcc) {
    return BackendSession.await(sendAsync(from, to, subject, text, replyTo, html, cc, bcc));
  }

  /**
   * As {@link #send(String, String, String, String, String, String, String, String)}, without
   * waiting.
   */
  public CompletableFuture<Object> sendAsync(
      @Nullable String from,
      @Nullable String to,
      @Nullable String subject,
      @Nullable String text,
      @Nullable String replyTo,
      @Nullable String html,
      @Nullable String cc,
      @Nullable String bcc) {
    return message()
        .from(from)
        .to(to)
        .subject(subject)
        .text(text)
        .replyTo(replyTo)
        .html(html)
        .cc(cc)
        .bcc(bcc)
        .sendAsync();
  }

  CompletableFuture<Object> deliver(Map<String, @Nullable String> message) {
    BackendCall call = BackendCall.of("POST", API_VERSION, "rpc", "send-email").body(message);
    return backend.send(call, Email::result);
  }

  private static Object result(BackendAnswer answer) {
    Object said =
        answer.value() instanceof JsonObject object ? object.value("mailServerResponse") : null;
    return said == null ? JsonObject.of(Map.of("success", true)) : said;
  }
}
