package io.cloudcruise.jackson;

/** The API's own names, from every edition of its documentation and its official clients. */
final class FieldNames {
  static final String SESSION_ID = "session_id";
  static final String STATUS = "status";
  static final String WORKFLOW_ID = "workflow_id";
  static final String INPUT_VARIABLES = "input_variables";
  static final String ENCRYPTED_VARIABLES = "encrypted_variables";
  static final String VAULT_ENTRIES = "vault_entries";
  static final String SESSION_RETRIES = "session_retries";
  static final String DATA = "data";
  static final String VIDEO_URLS = "video_urls";
  static final String FILE_URLS = "file_urls";
  static final String SCREENSHOT_URLS = "screenshot_urls";
  static final String ERRORS = "errors";
  static final String WAS_RECOVERED = "was_recovered";
  static final String RECOVERED_ERROR_IDS = "recovered_error_ids";

  static final String ERROR_ID = "error_id";
  static final String MESSAGE = "message";
  static final String CREATED_AT = "created_at";
  static final String FULL_URL = "full_url";
  static final String ERROR_CODE = "error_code";
  static final String ACTION_TYPE = "action_type";
  static final String ACTION_DISPLAY_NAME = "action_display_name";
  static final String ORIGINAL_ERROR = "original_error";
  static final String CATEGORY = "llm_error_category";
  static final String SUB_TYPE = "llm_error_sub_type";
  static final String DESCRIPTION = "llm_error_description";
  static final String NODE_ID = "node_id";
  static final String INPUT_RECOVERY = "input_recovery";
  static final String PASSWORD_UPDATE_RECOVERY = "password_update_recovery";
  static final String PROMPT = "prompt";
  static final String LLM_MODEL = "llm_model";

  static final String TIMESTAMP = "timestamp";
  static final String METADATA = "metadata";
  static final String SCREENSHOT_ID = "screenshot_id";
  static final String SCREENSHOT_URL = "signed_screenshot_url";
  static final String SCREENSHOT_EXPIRES = "signed_screenshot_url_expires";
  static final String NODE_DISPLAY_NAME = "node_display_name";
  static final String ERROR_SCREENSHOT = "error_screenshot";
  static final String FULL_LENGTH_SCREENSHOT = "full_length_screenshot";
  static final String RETRY_INDEX = "retry_index";
  static final String RECORDING_URL = "signed_screen_recording_url";
  static final String RECORDING_EXPIRES = "signed_screen_recording_url_expires";
  static final String FILE_URL = "signed_file_url";
  static final String FILE_EXPIRES = "signed_file_url_expires";
  static final String FILE_NAME = "file_name";

  static final String PERMISSIONED_USER_ID = "permissioned_user_id";
  static final String USER_ID = "user_id";
  static final String USER_ALIAS = "user_alias";
  static final String ALIAS = "alias";
  static final String DOMAIN = "domain";

  /**
   * Marks a document that {@link RunResultsJson} wrote, which may hold the fields below. It comes
   * first, also where a tool sorts the fields.
   */
  static final String WRITTEN_BY = "$written_by";

  static final String WRITER = "cloudcruise-java";

  /** What {@link RunResultsJson} adds of its own; dropped again when it reads its own documents. */
  static final String OUTCOME = "outcome";

  static final String RECOVERED = "recovered";
  static final String ADVICE = "advice";

  private FieldNames() {}
}
