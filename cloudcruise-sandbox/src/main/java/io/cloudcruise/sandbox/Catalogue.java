package io.cloudcruise.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;

/** The scenarios that ship as resources, in the order of their index. */
final class Catalogue {

  private static final String FOLDER = "scenarios/";
  private static final String ID_PREFIX = "5a4db0c5-0000-4000-8000-";
  private static final int COLUMNS = 6;

  private final Map<String, ScenarioScript> byName = new LinkedHashMap<>();
  private final Map<String, ScenarioScript> bySessionId = new LinkedHashMap<>();

  private Catalogue() {}

  static Catalogue load() {
    Catalogue catalogue = new Catalogue();
    Resources.text(FOLDER + "index.txt")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Catalogue::script)
        .forEach(catalogue::add);
    return catalogue;
  }

  private void add(ScenarioScript script) {
    byName.put(script.scenario().name(), script);
    bySessionId.put(script.scenario().sessionId(), script);
  }

  private static ScenarioScript script(String line) {
    String[] columns = line.split("\\|", COLUMNS);
    for (int i = 0; i < columns.length; i++) {
      columns[i] = columns[i].strip();
    }
    String sessionId = ID_PREFIX + columns[1];
    Scenario scenario =
        new Scenario(columns[0], sessionId, Integer.parseInt(columns[2]), columns[5]);
    return new ScenarioScript(scenario, headers(columns[3]), phases(columns[4], columns[0]));
  }

  private static Map<String, String> headers(String column) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String header : items(column)) {
      String[] pair = header.split(": ", 2);
      headers.put(pair[0], pair[1]);
    }
    return headers;
  }

  private static List<ScenarioScript.Phase> phases(String column, String name) {
    if (column.isEmpty()) {
      return List.of(new ScenarioScript.Phase(always -> true, body(name)));
    }
    List<ScenarioScript.Phase> phases = new ArrayList<>();
    for (String phase : items(column)) {
      String[] pair = phase.split(" ", 2);
      phases.add(new ScenarioScript.Phase(beginning(pair[0]), body(pair[1])));
    }
    return phases;
  }

  private static Predicate<Moment> beginning(String column) {
    if (column.startsWith("#")) {
      int response = Integer.parseInt(column.substring(1));
      return moment -> moment.response() >= response;
    }
    Duration after = Duration.parse(column);
    return moment -> moment.elapsed().compareTo(after) >= 0;
  }

  private static List<String> items(String column) {
    return column.isEmpty() ? List.of() : List.of(column.split("; ", -1));
  }

  private static Body body(String name) {
    return name.equals(LargeRun.NAME)
        ? new LargeRun()
        : new Template(Resources.text(FOLDER + name + ".json"));
  }

  List<Scenario> scenarios() {
    return byName.values().stream().map(ScenarioScript::scenario).toList();
  }

  Optional<ScenarioScript> find(String sessionId) {
    return Optional.ofNullable(bySessionId.get(sessionId));
  }

  ScenarioScript named(String name) {
    return Optional.ofNullable(byName.get(name))
        .orElseThrow(() -> new NoSuchElementException("no scenario named " + name));
  }
}
