package io.flexservices.benchmarks.request;

import java.io.IOException;

/** A process that starts a service of so many handlers, answers one request and ends. */
final class FirstAnswer {
  private FirstAnswer() {}

  public static void main(String[] arguments) throws IOException {
    byte[] answer = new Adapter(Integer.parseInt(arguments[0])).answer(Event.get());
    Runtime.getRuntime().halt(answer.length > 0 ? 0 : 1);
  }
}
