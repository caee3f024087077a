package io.cloudcruise.jackson;

/** What ranges of HTTP statuses mean. */
final class HttpStatus {
  static final int NOT_FOUND = 404;

  private HttpStatus() {}

  static boolean isSuccess(int status) {
    return status >= 200 && status < 300;
  }
}
