package io.cloudcruise.reliability.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudcruise.core.credential.CredentialCipher;
import io.cloudcruise.core.credential.EncryptionKey;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.Secret;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.DriftListener;
import io.cloudcruise.jackson.RunResultsJson;

/** Answers about a run in which every secret is a canary. */
final class PlantedRun {
  static final SessionId ID = new SessionId("run-of-leaks");
  static final String CLEAR_PASSWORD = "clear-password-canary";
  static final CredentialCipher CIPHER = cipher(Planted.ENCRYPTION_KEY);

  /** Secrets in places of their own; all else could be shown to anybody. */
  private static final String SECRETS =
      """
      {"session_id": "ID", "status": "execution.failed", "workflow_id": "w1",
       "input_variables": {"pin": "input-canary", "answers": {"pet": "nested-canary"}, "n": 1,
         "PORTAL": "user-1", "sealed": "SEALED"},
       "encrypted_variables": ["pin", "answers", "sealed"],
       "vault_entries": {"PORTAL": {"permissioned_user_id": "user-1", "user_alias": "mine",
         "domain": "https://portal.example", "user_name": "name-canary", "password": "SEALED",
         "more": {"tfa": "tfa-canary"}}},
       "data": {"invoices": [{"number": 1, "paid": true}]},
       "file_urls": [{"signed_file_url": "ORIGIN/f.csv?X-Amz-Signature=SIGNATURE",
         "file_name": "f.csv", "timestamp": "2026-01-01T00:00:02Z"}],
       "video_urls": [{"signed_screen_recording_url": "ORIGIN/v.mp4?sig=SIGNATURE",
         "timestamp": "2026-01-01T00:00:03Z"}],
       "screenshot_urls": [{"signed_screenshot_url": "ORIGIN/s.png?sig=SIGNATURE#SIGNATURE",
         "timestamp": "2026-01-01T00:00:01Z", "node_display_name": "Log in",
         "node_id": "n1", "screenshot_id": "s1", "metadata": {"width": 1}}],
       "errors": [{"error_id": "e1", "message": "the page said no",
         "original_error": "timeout", "error_code": "E1", "action_type": "CLICK",
         "llm_error_category": "AUTHENTICATION_ERROR", "node_id": "n1",
         "llm_error_sub_type": "INVALID_CREDENTIALS", "created_at": "2026-01-01T00:00:01Z",
         "full_url": "https://page.example/in?token=page-canary#page-canary"}]}
      """;

  private PlantedRun() {}

  static CredentialCipher cipher(String key) {
    return CredentialCipher.of(EncryptionKey.of(key), RunResultsJson.outputReader());
  }

  /** {@return a response whose artifacts are at an origin} */
  static String secrets(String context) {
    return SECRETS
        .replace("ID", ID.value())
        .replace("ORIGIN", context)
        .replace("SIGNATURE", Planted.SIGNATURE)
        .replace("SEALED", CIPHER.encryptText(new Secret(CLEAR_PASSWORD)));
  }

  /** {@return the same, with canaries also where a workflow or a newer platform puts its own} */
  static String everything() {
    return secrets("https://me:url-canary@storage.example")
        .replace("the page said no", "message-canary")
        .replace("\"timeout\"", "\"original-canary\", \"llm_error_description\": \"llm-canary\"")
        .replace("\"number\": 1", "\"number\": \"output-canary\"")
        .replace("\"n\": 1", "\"n\": \"plain-canary\"")
        .replace("\"data\":", "\"surprise\": {\"deep\": \"unknown-canary\"}, \"data\":");
  }

  static RunResults read(String json) {
    return RunResultsJson.create().read(json.getBytes(UTF_8));
  }

  static RunResults read(String json, DriftListener listener) {
    return RunResultsJson.create(RunResultsJson.outputReader(), listener)
        .read(json.getBytes(UTF_8));
  }
}
