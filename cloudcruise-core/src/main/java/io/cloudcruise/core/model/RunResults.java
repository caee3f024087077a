package io.cloudcruise.core.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

// Longer than other files: each of its many components has an accessor and a setter.
/**
 * All that the platform answers about one run, at one moment. Only the session id and the status
 * are always there. Immutable.
 */
public final class RunResults {
  private final SessionId sessionId;
  private final RunStatus status;
  private final @Nullable WorkflowId workflowId;
  private final Map<String, InputVariable> inputs;
  private final List<String> secretInputs;
  private final Map<String, VaultEntry> vaultEntries;
  private final @Nullable Long retries;
  private final @Nullable JsonText output;
  private final List<Screenshot> screenshots;
  private final List<Recording> recordings;
  private final List<RunFile> files;
  private final List<RunError> errors;
  private final @Nullable Boolean recoveryFlag;
  private final List<ErrorId> recoveredErrorIds;
  private final Map<String, JsonText> otherFields;

  private RunResults(Builder from) {
    sessionId = from.sessionId;
    status = from.status;
    workflowId = from.workflowId;
    inputs = from.inputs;
    secretInputs = from.secretInputs;
    vaultEntries = from.vaultEntries;
    retries = from.retries;
    output = from.output;
    screenshots = from.screenshots;
    recordings = from.recordings;
    files = from.files;
    errors = marked(from.errors, Set.copyOf(from.recoveredErrorIds));
    recoveryFlag = from.recoveryFlag;
    recoveredErrorIds = from.recoveredErrorIds;
    otherFields = from.otherFields;
  }

  /**
   * Starts with what is always there.
   *
   * @param sessionId the id of the run
   * @param status where the run stands, in the platform's own word
   * @return a builder of a value that has nothing else yet
   */
  public static Builder builder(SessionId sessionId, RunStatus status) {
    return new Builder(sessionId, status);
  }

  /** {@return a builder that starts with all of these components} */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** {@return the id of the run} */
  public SessionId sessionId() {
    return sessionId;
  }

  /** {@return where the run stands, in the platform's own word} */
  public RunStatus status() {
    return status;
  }

  /** {@return the workflow executed; empty if not sent} */
  public Optional<WorkflowId> workflowId() {
    return Optional.ofNullable(workflowId);
  }

  /** {@return what the run was started with, by name} */
  public Map<String, InputVariable> inputs() {
    return inputs;
  }

  /** {@return names of inputs that must not be shown; may name inputs that were not sent} */
  public List<String> secretInputs() {
    return secretInputs;
  }

  /** {@return credentials used, by the alias that the workflow gives them} */
  public Map<String, VaultEntry> vaultEntries() {
    return vaultEntries;
  }

  /** {@return how often the run was tried again; empty if not sent} */
  public OptionalLong retries() {
    return retries == null ? OptionalLong.empty() : OptionalLong.of(retries);
  }

  /** {@return what the workflow produced; empty if nothing or null was sent} */
  public Optional<JsonText> output() {
    return Optional.ofNullable(output);
  }

  /** {@return pictures, in the order in which they were taken} */
  public List<Screenshot> screenshots() {
    return screenshots;
  }

  /** {@return videos; several if the run was requeued} */
  public List<Recording> recordings() {
    return recordings;
  }

  /** {@return files that the agent downloaded or made} */
  public List<RunFile> files() {
    return files;
  }

  /** {@return everything that went wrong, recovered or not} */
  public List<RunError> errors() {
    return errors;
  }

  /** {@return whether the platform states that an error was recovered; empty if it does not say} */
  public Optional<Boolean> recoveryFlag() {
    return Optional.ofNullable(recoveryFlag);
  }

  /**
   * {@return the errors that the platform lists as recovered; may name errors that were not sent}
   */
  public List<ErrorId> recoveredErrorIds() {
    return recoveredErrorIds;
  }

  /**
   * {@return fields that were sent and that nothing else here shows: those that this version does
   * not know, and those that were null or empty; by the platform's names, in the order sent}
   */
  public Map<String, JsonText> otherFields() {
    return otherFields;
  }

  /** {@return what to branch on: how the run ended, or that it has not} */
  public RunOutcome outcome() {
    return switch (status.kind()) {
      case SUCCEEDED -> RunOutcome.Succeeded.of(output());
      case FAILED -> RunOutcome.Failed.of(unrecoveredErrors(), output());
      case STOPPED -> RunOutcome.Stopped.of(output());
      case QUEUED, RUNNING, REQUEUED, PAUSED, WAITING_FOR_INPUT, UNKNOWN ->
          RunOutcome.Unfinished.of(status);
    };
  }

  /** {@return the errors that are listed as recovered} */
  public List<RunError> recoveredErrors() {
    return errors.stream().filter(RunError::recovered).toList();
  }

  /** {@return the errors that are not listed as recovered} */
  public List<RunError> unrecoveredErrors() {
    return errors.stream().filter(error -> !error.recovered()).toList();
  }

  /**
   * Tells whether the platform's maintenance agent got past any error. The flag and the list are
   * sent apart and may disagree: either is enough here, and only the list says which error it was.
   * So with a flag and no list the run was recovered, and no error is; a listed id that names no
   * error changes nothing.
   *
   * @return whether the flag says so or an error is listed as recovered
   */
  public boolean wasRecovered() {
    return recoveryFlag().orElse(false) || errors.stream().anyMatch(RunError::recovered);
  }

  /** {@return screenshots, recordings and files, in this order} */
  public List<Artifact> artifacts() {
    return Stream.of(screenshots, recordings, files).<Artifact>flatMap(List::stream).toList();
  }

  /** {@return the same results, the URLs of artifacts and pages cut down to what may be shown} */
  public RunResults withoutSignatures() {
    return toBuilder()
        .screenshots(screenshots.stream().map(Screenshot::withoutSignature).toList())
        .recordings(recordings.stream().map(Recording::withoutSignature).toList())
        .files(files.stream().map(RunFile::withoutSignature).toList())
        .errors(errors.stream().map(RunError::withoutQuery).toList())
        .build();
  }

  private static List<RunError> marked(List<RunError> errors, Set<ErrorId> recovered) {
    return errors.stream()
        .map(error -> error.withRecovered(error.id().filter(recovered::contains).isPresent()))
        .toList();
  }

  private List<@Nullable Object> components() {
    return Arrays.asList(
        sessionId,
        status,
        workflowId,
        inputs,
        secretInputs,
        vaultEntries,
        retries,
        output,
        screenshots,
        recordings,
        files,
        errors,
        recoveryFlag,
        recoveredErrorIds,
        otherFields);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RunResults that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  /** {@return session id, status and counts; nothing that the run was given or produced} */
  @Override
  public String toString() {
    return ("RunResults[sessionId=%s, status=%s, inputs=%d, errors=%d, screenshots=%d,"
            + " recordings=%d, files=%d]")
        .formatted(
            sessionId,
            status,
            inputs.size(),
            errors.size(),
            screenshots.size(),
            recordings.size(),
            files.size());
  }

  /** Builds results. Not thread-safe. */
  public static final class Builder {
    private SessionId sessionId;
    private RunStatus status;
    private @Nullable WorkflowId workflowId;
    private Map<String, InputVariable> inputs = Map.of();
    private List<String> secretInputs = List.of();
    private Map<String, VaultEntry> vaultEntries = Map.of();
    private @Nullable Long retries;
    private @Nullable JsonText output;
    private List<Screenshot> screenshots = List.of();
    private List<Recording> recordings = List.of();
    private List<RunFile> files = List.of();
    private List<RunError> errors = List.of();
    private @Nullable Boolean recoveryFlag;
    private List<ErrorId> recoveredErrorIds = List.of();
    private Map<String, JsonText> otherFields = Map.of();

    private Builder(SessionId sessionId, RunStatus status) {
      this.sessionId = Objects.requireNonNull(sessionId, "sessionId");
      this.status = Objects.requireNonNull(status, "status");
    }

    private Builder(RunResults from) {
      sessionId = from.sessionId;
      status = from.status;
      workflowId = from.workflowId;
      inputs = from.inputs;
      secretInputs = from.secretInputs;
      vaultEntries = from.vaultEntries;
      retries = from.retries;
      output = from.output;
      screenshots = from.screenshots;
      recordings = from.recordings;
      files = from.files;
      errors = from.errors;
      recoveryFlag = from.recoveryFlag;
      recoveredErrorIds = from.recoveredErrorIds;
      otherFields = from.otherFields;
    }

    /** {@return this builder, {@link RunResults#sessionId()} set} */
    public Builder sessionId(SessionId value) {
      sessionId = Objects.requireNonNull(value, "sessionId");
      return this;
    }

    /** {@return this builder, {@link RunResults#status()} set} */
    public Builder status(RunStatus value) {
      status = Objects.requireNonNull(value, "status");
      return this;
    }

    /** {@return this builder, {@link RunResults#workflowId()} set; null if there is none} */
    public Builder workflowId(@Nullable WorkflowId value) {
      workflowId = value;
      return this;
    }

    /** {@return this builder, {@link RunResults#inputs()} set} */
    public Builder inputs(Map<String, InputVariable> value) {
      inputs = Copies.ordered(value);
      return this;
    }

    /** {@return this builder, {@link RunResults#secretInputs()} set} */
    public Builder secretInputs(List<String> value) {
      secretInputs = List.copyOf(value);
      return this;
    }

    /** {@return this builder, {@link RunResults#vaultEntries()} set} */
    public Builder vaultEntries(Map<String, VaultEntry> value) {
      vaultEntries = Copies.ordered(value);
      return this;
    }

    /** {@return this builder, {@link RunResults#retries()} set; null if there is none} */
    public Builder retries(@Nullable Long value) {
      retries = value;
      return this;
    }

    /** {@return this builder, {@link RunResults#output()} set; null if there is none} */
    public Builder output(@Nullable JsonText value) {
      output = value;
      return this;
    }

    /** {@return this builder, {@link RunResults#screenshots()} set} */
    public Builder screenshots(List<Screenshot> value) {
      screenshots = List.copyOf(value);
      return this;
    }

    /** {@return this builder, {@link RunResults#recordings()} set} */
    public Builder recordings(List<Recording> value) {
      recordings = List.copyOf(value);
      return this;
    }

    /** {@return this builder, {@link RunResults#files()} set} */
    public Builder files(List<RunFile> value) {
      files = List.copyOf(value);
      return this;
    }

    /** {@return this builder, {@link RunResults#errors()} set} */
    public Builder errors(List<RunError> value) {
      errors = List.copyOf(value);
      return this;
    }

    /** {@return this builder, {@link RunResults#recoveryFlag()} set; null if there is none} */
    public Builder recoveryFlag(@Nullable Boolean value) {
      recoveryFlag = value;
      return this;
    }

    /** {@return this builder, {@link RunResults#recoveredErrorIds()} set} */
    public Builder recoveredErrorIds(List<ErrorId> value) {
      recoveredErrorIds = List.copyOf(value);
      return this;
    }

    /** {@return this builder, {@link RunResults#otherFields()} set} */
    public Builder otherFields(Map<String, JsonText> value) {
      otherFields = Copies.ordered(value);
      return this;
    }

    /** {@return the value, which shares nothing that can change with this builder} */
    public RunResults build() {
      return new RunResults(this);
    }
  }
}
