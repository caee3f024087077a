package io.cloudcruise.reliability;

/** What a request may meet instead of a prompt answer. */
enum SoakFault {
  RATE_LIMITED("429 with `Retry-After`"),
  SERVER_ERROR("500"),
  BAD_GATEWAY("502"),
  UNAVAILABLE("503 with `Retry-After`"),
  GATEWAY_PAGE("502 or 503 with a page in HTML"),
  RESET_BEFORE("connection reset before the response"),
  RESET_INSIDE("connection reset inside the response"),
  TRUNCATED("body that ends too early"),
  STALL_BEFORE("no response, connection open"),
  STALL_INSIDE("half a response, connection open"),
  SLOW("slow answer, in pieces");

  private final String label;

  SoakFault(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
