package io.flexservices.modules.email;

import io.flexservices.error.KinveyException;
import io.flexservices.internal.kinvey.BackendSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is being written. A builder: mutable, for one thread, ended by {@link #send} or
 * {@link #sendAsync}. The sender, the recipient, the subject and the text are required. Addresses
 * are texts as in a mail's header, several with commas between them.
 */
public final class EmailMessage {
  private static final List<String> REQUIRED = List.of("to", "from", "subject", "body");

  private final Email email;
  private final Map<String, @Nullable String> parts = new LinkedHashMap<>();

  EmailMessage(Email email) {
    this.email = email;
    for (String part : List.of("from", "to", "cc", "bcc", "subject", "replyTo", "body", "html")) {
      parts.put(part, null);
    }
  }

  /** The sender's address. */
  public EmailMessage from(@Nullable String address) {
    return with("from", address);
  }

  /** The recipient's address. */
  public EmailMessage to(@Nullable String address) {
    return with("to", address);
  }

  /** Who gets a copy. */
  public EmailMessage cc(@Nullable String address) {
    return with("cc", address);
  }

  /** Who gets a copy that the others do not see. */
  public EmailMessage bcc(@Nullable String address) {
    return with("bcc", address);
  }

  /** Where answers go. */
  public EmailMessage replyTo(@Nullable String address) {
    return with("replyTo", address);
  }

  /** The subject. */
  public EmailMessage subject(@Nullable String subject) {
    return with("subject", subject);
  }

  /** The plain text. */
  public EmailMessage text(@Nullable String text) {
    return with("body", text);
  }

  /** The same as HTML. */
  public EmailMessage html(@Nullable String html) {
    return with("html", html);
  }

  /**
   * Sends the mail.
   *
   * @return what the mail server said, or {@code {success: true}}
   * @throws KinveyException where a required part is missing, or sending failed
   */
  public Object send() {
    return BackendSession.await(sendAsync());
  }

  /** As {@link #send}, without waiting. */
  public CompletableFuture<Object> sendAsync() {
    for (String part : REQUIRED) {
      String value = parts.get(part);
      if (value == null || value.isEmpty()) {
        return CompletableFuture.failedFuture(
            KinveyException.refused(
                "EmailError",
                "Invalid Arguments",
                "To send an email, you must specify the 'to', 'from', 'subject' and 'body'"
                    + " parameters"));
      }
    }
    return email.deliver(parts);
  }

  private EmailMessage with(String part, @Nullable String value) {
    parts.put(part, value);
    return this;
  }
}
