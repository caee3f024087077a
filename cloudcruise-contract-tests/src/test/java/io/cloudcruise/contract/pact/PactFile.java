package io.cloudcruise.contract.pact;

import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.DefaultPactWriter;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.core.model.V4Pact;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The file that a provider verifies, and how it comes to be. */
final class PactFile {
  static final String CONSUMER = "cloudcruise-java";
  static final String PROVIDER = "cloudcruise-api";

  private static final String NAME = CONSUMER + "-" + PROVIDER + ".json";

  /** What is delivered. */
  static final Path COMMITTED = Path.of("src", "main", "pact", NAME);

  /** What these tests write. */
  static final Path GENERATED = Path.of("target", "pacts", NAME);

  private PactFile() {}

  static V4Pact of(List<Kind> kinds) {
    PactBuilder builder = new PactBuilder(CONSUMER, PROVIDER, PactSpecVersion.V4);
    kinds.forEach(
        kind -> builder.expectsToReceiveHttpInteraction(kind.description(), kind::describe));
    return builder.toPact();
  }

  /** Not by Pact's own way to write into a folder, which would merge with what is there. */
  static String text(V4Pact pact) {
    StringWriter text = new StringWriter();
    DefaultPactWriter.INSTANCE.writePact(pact, new PrintWriter(text), PactSpecVersion.V4);
    return text.toString();
  }

  static String write(V4Pact pact) throws IOException {
    String text = text(pact);
    Files.createDirectories(GENERATED.getParent());
    Files.writeString(GENERATED, text);
    return text;
  }

  static V4Pact committed() {
    return DefaultPactReader.INSTANCE.loadPact(COMMITTED.toFile()).asV4Pact().unwrap();
  }

  static List<SynchronousHttp> interactions(V4Pact pact) {
    return pact.getInteractions().stream().map(SynchronousHttp.class::cast).toList();
  }
}
