package io.flexservices.background;

import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import io.flexservices.log.Logger;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a background task is given. Read-only; may be read from any thread. */
public interface BackgroundContext {
  /** The name of the task. */
  String name();

  /**
   * The payload, which is an object; the empty object where there is none.
   *
   * @throws JsonException where it is an array or a plain value: see {@link #payloadValue()}
   */
  JsonObject payload();

  /** The payload, whatever JSON value it is. */
  @Nullable Object payloadValue();

  /**
   * The same for every attempt at this piece of work, and different from every other's: what makes
   * an effect happen once, say as the {@code _id} of what is saved.
   */
  String key();

  /**
   * How often this work was begun, from 1, as far as is known: platforms that do not tell count
   * only what this process saw.
   */
  int attempt();

  /** The name of the user on whose behalf the work is done; empty for a schedule. */
  String username();

  /** The id of that user; empty for a schedule. */
  String userId();

  /** The id of the request that started the work; empty for a schedule. */
  String requestId();

  /** How much time is left; zero when it is spent, never negative. */
  Duration remainingTime();

  /** The logger of this attempt. */
  Logger logger();
}
