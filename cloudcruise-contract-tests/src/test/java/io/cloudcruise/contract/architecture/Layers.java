package io.cloudcruise.contract.architecture;

import java.util.List;

/**
 * Where the layers live.
 *
 * <p>A rule against a package that does not exist passes for ever. So the rules name ours through
 * these constants only, and {@link LayersTest} sees to it that each finds classes.
 */
final class Layers {
  static final String CORE = "..cloudcruise.core..";
  static final String INTERNAL = "..cloudcruise.core.internal";
  static final String MODEL = "..cloudcruise.core.model";
  static final String PORT = "..cloudcruise.core.port";
  static final String SCHEDULE = "..cloudcruise.core.schedule";
  static final String RATE_LIMIT = "..cloudcruise.core.ratelimit";
  static final String RETRY = "..cloudcruise.core.retry";
  static final String TIME = "..cloudcruise.core.time";
  static final String WAIT = "..cloudcruise.core.wait";
  static final String CREDENTIAL = "..cloudcruise.core.credential";
  static final String ARTIFACT = "..cloudcruise.core.artifact";
  static final String CODEC = "..cloudcruise.jackson..";
  static final String HTTP = "..cloudcruise.http..";
  static final String ADAPTER = "..cloudcruise.feign..";
  static final String ARTIFACTS = "..cloudcruise.artifact";
  static final String ARCHIVE = "..cloudcruise.archive..";
  static final String CLIENT = "..cloudcruise.client..";
  static final String SANDBOX = "..cloudcruise.sandbox..";
  static final String REDIS = "..cloudcruise.redis..";
  static final String KIT = "..cloudcruise.contract";

  static final String FEIGN = "feign..";
  static final String JACKSON = "com.fasterxml.jackson..";
  static final String JSPECIFY = "org.jspecify.annotations";

  static final List<String> OURS =
      List.of(
          CORE,
          INTERNAL,
          MODEL,
          PORT,
          SCHEDULE,
          RATE_LIMIT,
          RETRY,
          TIME,
          WAIT,
          CREDENTIAL,
          ARTIFACT,
          CODEC,
          HTTP,
          ADAPTER,
          ARTIFACTS,
          ARCHIVE,
          CLIENT,
          SANDBOX,
          REDIS,
          KIT);

  private Layers() {}
}
