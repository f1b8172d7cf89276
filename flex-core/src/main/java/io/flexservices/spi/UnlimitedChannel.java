package io.flexservices.spi;

/** A connection of the process's own: it carries what there is. */
record UnlimitedChannel(boolean takesCompressed) implements AnswerChannel {
  @Override
  public String words() {
    return "HTTP";
  }

  @Override
  public long limit() {
    return Long.MAX_VALUE;
  }

  @Override
  public long size(FlexResponse answer) {
    return answer.body().length;
  }
}
