package io.flexservices.benchmarks.request;

import com.amazonaws.services.lambda.runtime.Context;
import io.flexservices.Flex;
import io.flexservices.FlexOptions;
import io.flexservices.FlexService;
import io.flexservices.aws.FlexLambdaHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The service behind the Lambda adapter, as Lambda's runtime calls it. */
final class Adapter implements Contestant {
  private static final Context CONTEXT = new InvocationContext();

  private final FlexLambdaHandler handler;

  /** The adapter over a service of so many handlers. */
  Adapter(int handlers) {
    this.handler = new FlexLambdaHandler(new Guarded(handlers));
  }

  @Override
  public byte[] answer(byte[] event) throws IOException {
    Answer answer = new Answer();
    handler.handleRequest(new ByteArrayInputStream(event), answer, CONTEXT);
    return answer.octets;
  }

  /** Takes what is written at once as it is; what Lambda's runtime does with it is its own. */
  private static final class Answer extends OutputStream {
    private byte[] octets = {};

    @Override
    public void write(byte[] all) {
      octets = all;
    }

    @Override
    public void write(int octet) {
      throw new UnsupportedOperationException("an answer is written at once");
    }
  }

  /** With a shared secret that no environment has to hold. */
  private record Guarded(int handlers) implements FlexService {
    @Override
    public FlexOptions options() {
      return FlexOptions.defaults().withSharedSecret(Event.SECRET);
    }

    @Override
    public void register(Flex flex) {
      new ManyHandlers(handlers).register(flex);
    }
  }
}
