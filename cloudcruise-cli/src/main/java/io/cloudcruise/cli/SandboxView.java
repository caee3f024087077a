package io.cloudcruise.cli;

import io.cloudcruise.sandbox.Sandbox;
import io.cloudcruise.sandbox.Scenario;
import java.net.URI;
import java.util.List;

/** Tells a person how to use a running sandbox; what is needed most stands last, in sight. */
final class SandboxView {
  private final Page page;

  SandboxView(Page page) {
    this.page = page;
  }

  void show(URI baseUrl, List<Scenario> scenarios) {
    page.line(
        0, new Span("SCENARIOS", Style.STRONG), Span.faint("  session id, HTTP status, name"));
    scenarios.forEach(this::scenario);
    page.heading("KEYS", "they are no secrets");
    page.facts(2, keys());
    page.heading("SANDBOX", "listens until Ctrl-C");
    page.facts(2, List.of(new Fact("base URL", baseUrl.toString(), Style.GOOD)));
    page.heading("TRY IT", "in another terminal");
    page.line(2, Span.plain("export CLOUDCRUISE_BASE_URL=" + baseUrl));
    page.line(2, Span.plain("export CLOUDCRUISE_API_KEY=" + Sandbox.API_KEY));
    page.line(2, Span.plain("java -jar cloudcruise.jar results " + Sandbox.DEFAULT_RUN));
  }

  private void scenario(Scenario scenario) {
    page.line(
        2,
        Span.plain(scenario.sessionId() + "  " + scenario.httpStatus() + "  "),
        new Span(scenario.name(), Style.STRONG));
    page.paragraph(6, scenario.description(), Style.FAINT, 2);
  }

  private static List<Fact> keys() {
    return List.of(
        Fact.plain(Sandbox.API_KEY, "reads everything"),
        Fact.plain(Sandbox.SECOND_API_KEY, "reads everything, with a budget of its own"),
        Fact.plain(Sandbox.FORBIDDEN_KEY, "is always answered with 403"),
        Fact.plain(Sandbox.USAGE_LIMIT_KEY, "is always answered with 402"),
        Fact.plain(Sandbox.RATE_LIMITED_KEY, "is always answered with 429"),
        Fact.plain(Sandbox.UNAVAILABLE_KEY, "is always answered with 503"));
  }
}
