package io.cloudcruise.sandbox;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How a scenario answers: one body, or one after the other as time passes or the run is asked for.
 *
 * @param phases in the order in which they begin; the first has always begun
 */
record ScenarioScript(Scenario scenario, Map<String, String> headers, List<Phase> phases) {

  record Phase(Predicate<Moment> hasBegun, Body body) {}

  Response response(Moment moment) {
    Body body = bodyAt(moment);
    return Response.json(scenario.httpStatus(), body.render(moment)).with(headers);
  }

  private Body bodyAt(Moment moment) {
    Body current = phases.get(0).body();
    for (Phase phase : phases) {
      if (phase.hasBegun().test(moment)) {
        current = phase.body();
      }
    }
    return current;
  }
}
