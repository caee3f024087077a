package io.cloudcruise.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a scenario answers: one body, or one after the other as time passes.
 *
 * @param phases in the order in which they begin; the first begins at zero
 */
record ScenarioScript(Scenario scenario, Map<String, String> headers, List<Phase> phases) {

  record Phase(Duration after, Body body) {}

  Response answer(Moment moment) {
    Body body = bodyAt(moment.elapsed());
    return Response.json(scenario.httpStatus(), body.render(moment)).with(headers);
  }

  private Body bodyAt(Duration elapsed) {
    Body current = phases.get(0).body();
    for (Phase phase : phases) {
      if (phase.after().compareTo(elapsed) <= 0) {
        current = phase.body();
      }
    }
    return current;
  }
}
