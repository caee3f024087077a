package io.cloudcruise.core.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values with something in every component. Every text that may be confidential contains {@link
 * #CANARY}; every map is in an order that neither sorting nor hashing gives.
 */
final class Samples {
  static final String CANARY = "canary";
  static final SessionId SESSION = new SessionId("run-1");

  private Samples() {}

  static RunStatus status(RunStatus.Kind kind) {
    return RunStatus.of(kind);
  }

  static JsonText json(String text) {
    return new JsonText(text, FakeOutputReader.responding(text));
  }

  static JsonText confidentialJson() {
    return json("{\"key\":\"" + CANARY + "\"}");
  }

  static <V> Map<String, V> inOddOrder(V value) {
    var map = new LinkedHashMap<String, V>();
    for (String key : List.of("zulu", "alpha", "mike", "bravo", "yankee")) {
      map.put(key + "-" + CANARY, value);
    }
    return map;
  }

  static SignedUrl signedUrl() {
    return new SignedUrl(
        "https://user:" + CANARY + "@files.example/a.png?token=" + CANARY + "#" + CANARY,
        Optional.of(timestamp()));
  }

  static Timestamp timestamp() {
    return new Timestamp("2026-02-15T10:00:00Z");
  }

  static Screenshot screenshot() {
    return Screenshot.builder()
        .url(signedUrl())
        .timestamp(timestamp())
        .nodeName("node " + CANARY)
        .error(true)
        .fullLength(false)
        .retryIndex(1L)
        .nodeId("node-1")
        .id("screenshot-1")
        .metadata(confidentialJson())
        .otherFields(inOddOrder(confidentialJson()))
        .build();
  }

  static Recording recording() {
    return Recording.builder()
        .url(signedUrl())
        .timestamp(timestamp())
        .session(SESSION)
        .otherFields(inOddOrder(confidentialJson()))
        .build();
  }

  static RunFile file() {
    return RunFile.builder()
        .url(signedUrl())
        .timestamp(timestamp())
        .name(CANARY + ".pdf")
        .metadata(confidentialJson())
        .otherFields(inOddOrder(confidentialJson()))
        .build();
  }

  static VaultEntry vaultEntry() {
    return VaultEntry.builder()
        .userId("user-1")
        .label("label")
        .domain("https://site.example")
        .secrets(inOddOrder(new Secret(CANARY)))
        .otherFields(inOddOrder(confidentialJson()))
        .build();
  }

  static Classification classification() {
    return Classification.builder()
        .category(new ErrorCategory("AUTHENTICATION_ERROR"))
        .subType(new ErrorSubType("ACCOUNT_LOCKED"))
        .description("description " + CANARY)
        .build();
  }

  static RunError error(String id) {
    return RunError.builder().id(new ErrorId(id)).build();
  }

  static RunError fullError(String id) {
    return RunError.builder()
        .id(new ErrorId(id))
        .message("message " + CANARY)
        .timestamp(new Timestamp("timestamp " + CANARY))
        .pageUrl(new PageUrl("https://site.example/" + CANARY + "?q=" + CANARY))
        .code("code " + CANARY)
        .actionType("action type " + CANARY)
        .actionName("action name " + CANARY)
        .originalError("original error " + CANARY)
        .classification(classification())
        .nodeId("node " + CANARY)
        .inputRecovery(json("\"input recovery " + CANARY + "\""))
        .passwordUpdateRecovery(json("\"password recovery " + CANARY + "\""))
        .prompt("prompt " + CANARY)
        .model("model " + CANARY)
        .otherFields(inOddOrder(confidentialJson()))
        .build();
  }

  /** Results with something in every component, none of whose errors is recovered. */
  static RunResults.Builder fullResults(RunStatus status) {
    return RunResults.builder(SESSION, status)
        .workflowId(new WorkflowId("workflow " + CANARY))
        .inputs(inOddOrder(new InputVariable.SecretValue(new Secret(CANARY))))
        .secretInputs(List.of("secret input " + CANARY))
        .vaultEntries(inOddOrder(vaultEntry()))
        .retries(2L)
        .output(confidentialJson())
        .screenshots(List.of(screenshot()))
        .recordings(List.of(recording()))
        .files(List.of(file()))
        .errors(List.of(fullError("error-1"), fullError("error-2")))
        .recoveryFlag(false)
        .recoveredErrorIds(List.of(new ErrorId("not sent " + CANARY)))
        .otherFields(inOddOrder(confidentialJson()));
  }
}
