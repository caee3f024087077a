package io.cloudcruise.core.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that the platform answers about one run, at one moment. Only the session id and the status
 * are always there. Build it with {@link #builder}: components may be added.
 *
 * @param sessionId names the run
 * @param status where the run stands, in the platform's own word
 * @param workflowId the workflow executed; empty if not sent
 * @param inputs what the run was started with, by name
 * @param secretInputs names of inputs that must not be shown; may name inputs that were not sent
 * @param vaultEntries credentials used, by the alias that the workflow gives them
 * @param retries how often the run was tried again; empty if not sent
 * @param output what the workflow produced; empty if nothing or null was sent
 * @param screenshots pictures, in the order in which they were taken
 * @param recordings videos; several if the run was requeued
 * @param files files that the agent downloaded or made
 * @param errors everything that went wrong, recovered or not
 * @param recoveryFlag whether the platform states that an error was recovered; empty if it does not
 *     say
 * @param recoveredErrorIds the errors that the platform lists as recovered; may name errors that
 *     were not sent
 * @param otherFields fields that were sent and that nothing else here shows: those that this
 *     version does not know, and those that were null or empty; by the platform's names, in the
 *     order sent
 */
public record RunResults(
    SessionId sessionId,
    RunStatus status,
    Optional<WorkflowId> workflowId,
    Map<String, InputVariable> inputs,
    List<String> secretInputs,
    Map<String, VaultEntry> vaultEntries,
    OptionalLong retries,
    Optional<JsonText> output,
    List<Screenshot> screenshots,
    List<Recording> recordings,
    List<RunFile> files,
    List<RunError> errors,
    Optional<Boolean> recoveryFlag,
    List<ErrorId> recoveredErrorIds,
    Map<String, JsonText> otherFields) {
  public RunResults {
    Objects.requireNonNull(sessionId, "sessionId");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(workflowId, "workflowId");
    inputs = Copies.ordered(inputs);
    secretInputs = List.copyOf(secretInputs);
    vaultEntries = Copies.ordered(vaultEntries);
    Objects.requireNonNull(retries, "retries");
    Objects.requireNonNull(output, "output");
    screenshots = List.copyOf(screenshots);
    recordings = List.copyOf(recordings);
    files = List.copyOf(files);
    recoveredErrorIds = List.copyOf(recoveredErrorIds);
    errors = marked(errors, new HashSet<>(recoveredErrorIds));
    Objects.requireNonNull(recoveryFlag, "recoveryFlag");
    otherFields = Copies.ordered(otherFields);
  }

  /**
   * Starts building results of which no more is known than the two things that are always there.
   *
   * @param sessionId names the run
   * @param status where the run stands
   * @return a builder
   */
  public static Builder builder(SessionId sessionId, RunStatus status) {
    return new Builder(sessionId, status);
  }

  private static List<RunError> marked(List<RunError> errors, Set<ErrorId> recovered) {
    List<RunError> marked = new ArrayList<>(errors);
    marked.replaceAll(
        error -> error.withRecovered(error.id().filter(recovered::contains).isPresent()));
    return List.copyOf(marked);
  }

  /** {@return what to branch on: how the run ended, or that it has not} */
  public RunOutcome outcome() {
    return switch (status.kind()) {
      case SUCCEEDED -> RunOutcome.Succeeded.of(output);
      case FAILED -> RunOutcome.Failed.of(unrecoveredErrors(), output);
      case STOPPED -> RunOutcome.Stopped.of(output);
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
    return recoveryFlag.orElse(false) || errors.stream().anyMatch(RunError::recovered);
  }

  /** {@return screenshots, recordings and files, in this order} */
  public List<Artifact> artifacts() {
    return Stream.of(screenshots, recordings, files).<Artifact>flatMap(List::stream).toList();
  }

  /** {@return the same results, the URLs of artifacts and pages cut down to what may be shown} */
  public RunResults withoutSignatures() {
    return new RunResults(
        sessionId,
        status,
        workflowId,
        inputs,
        secretInputs,
        vaultEntries,
        retries,
        output,
        screenshots.stream().map(Screenshot::withoutSignature).toList(),
        recordings.stream().map(Recording::withoutSignature).toList(),
        files.stream().map(RunFile::withoutSignature).toList(),
        errors.stream().map(RunError::withoutQuery).toList(),
        recoveryFlag,
        recoveredErrorIds,
        otherFields);
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
    private final SessionId sessionId;
    private final RunStatus status;
    private @Nullable WorkflowId workflowId;
    private Map<String, InputVariable> inputs = Map.of();
    private List<String> secretInputs = List.of();
    private Map<String, VaultEntry> vaultEntries = Map.of();
    private OptionalLong retries = OptionalLong.empty();
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

    /**
     * Sets {@link RunResults#workflowId}.
     *
     * @param value the workflow executed
     * @return this builder
     */
    public Builder workflowId(WorkflowId value) {
      this.workflowId = value;
      return this;
    }

    /**
     * Sets {@link RunResults#inputs}.
     *
     * @param value what the run was started with, by name
     * @return this builder
     */
    public Builder inputs(Map<String, InputVariable> value) {
      this.inputs = value;
      return this;
    }

    /**
     * Sets {@link RunResults#secretInputs}.
     *
     * @param value names of inputs that must not be shown
     * @return this builder
     */
    public Builder secretInputs(List<String> value) {
      this.secretInputs = value;
      return this;
    }

    /**
     * Sets {@link RunResults#vaultEntries}.
     *
     * @param value credentials used, by alias
     * @return this builder
     */
    public Builder vaultEntries(Map<String, VaultEntry> value) {
      this.vaultEntries = value;
      return this;
    }

    /**
     * Sets {@link RunResults#retries}.
     *
     * @param value how often the run was tried again
     * @return this builder
     */
    public Builder retries(long value) {
      this.retries = OptionalLong.of(value);
      return this;
    }

    /**
     * Sets {@link RunResults#output}.
     *
     * @param value what the workflow produced
     * @return this builder
     */
    public Builder output(JsonText value) {
      this.output = value;
      return this;
    }

    /**
     * Sets {@link RunResults#screenshots}.
     *
     * @param value pictures
     * @return this builder
     */
    public Builder screenshots(List<Screenshot> value) {
      this.screenshots = value;
      return this;
    }

    /**
     * Sets {@link RunResults#recordings}.
     *
     * @param value videos
     * @return this builder
     */
    public Builder recordings(List<Recording> value) {
      this.recordings = value;
      return this;
    }

    /**
     * Sets {@link RunResults#files}.
     *
     * @param value files
     * @return this builder
     */
    public Builder files(List<RunFile> value) {
      this.files = value;
      return this;
    }

    /**
     * Sets {@link RunResults#errors}.
     *
     * @param value everything that went wrong
     * @return this builder
     */
    public Builder errors(List<RunError> value) {
      this.errors = value;
      return this;
    }

    /**
     * Sets {@link RunResults#recoveryFlag}.
     *
     * @param value whether the platform states that an error was recovered
     * @return this builder
     */
    public Builder recoveryFlag(boolean value) {
      this.recoveryFlag = value;
      return this;
    }

    /**
     * Sets {@link RunResults#recoveredErrorIds}.
     *
     * @param value the errors that the platform lists as recovered
     * @return this builder
     */
    public Builder recoveredErrorIds(List<ErrorId> value) {
      this.recoveredErrorIds = value;
      return this;
    }

    /**
     * Sets {@link RunResults#otherFields}.
     *
     * @param value what was sent besides, by the platform's names
     * @return this builder
     */
    public Builder otherFields(Map<String, JsonText> value) {
      this.otherFields = value;
      return this;
    }

    /** {@return the results} */
    public RunResults build() {
      return new RunResults(
          sessionId,
          status,
          Optional.ofNullable(workflowId),
          inputs,
          secretInputs,
          vaultEntries,
          retries,
          Optional.ofNullable(output),
          screenshots,
          recordings,
          files,
          errors,
          Optional.ofNullable(recoveryFlag),
          recoveredErrorIds,
          otherFields);
    }
  }
}
